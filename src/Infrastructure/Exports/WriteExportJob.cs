using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Exports;

/// <summary>Writes a file that was asked for.</summary>
internal sealed class WriteExportJob(ExportWriting writing) : IJob<Guid>
{
    public Task RunAsync(Guid args, CancellationToken cancel) => writing.WriteAsync(args, cancel);
}
