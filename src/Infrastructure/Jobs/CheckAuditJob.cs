using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Admin;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Reads the audit log's whole chain and raises the alarm when it was tampered with.</summary>
internal sealed class CheckAuditJob(AuditCheck audit, ILogger<CheckAuditJob> log) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        if (await audit.FirstBrokenAsync(cancel) is { } seq)
            log.LogCritical("The audit log is not what was written: entry {Seq} was changed, removed or added by hand. Keep the database and its backups as they are and compare them", seq);
        else
            log.LogInformation("The audit log is whole");
    }
}
