using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Exports;

/// <summary>Sees to the files that people wait for, of usage and of conversations.</summary>
internal sealed class SweepExportsJob(FileStore files) : IJob<RecurringRun>
{
    public Task RunAsync(RecurringRun args, CancellationToken cancel) => files.SweepAsync(cancel);
}
