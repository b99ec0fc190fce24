using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>Audits the books each night and raises the alarm when they do not agree.</summary>
internal sealed class AuditLedgerJob(LedgerAudit audit, ILogger<AuditLedgerJob> log) : IJob<RecurringRun>
{
    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var findings = await audit.RunAsync(cancel);
        foreach (var broken in findings.Where(f => !f.IsWhole))
            log.LogCritical("The ledger does not agree: \"{Check}\" fails for {Count} account(s), the first is {Account}. Run the command \"ledger audit\" and keep the database and its backups as they are", broken.Name, broken.Accounts.Count, broken.Accounts[0]);

        if (findings.All(f => f.IsWhole)) log.LogInformation("The ledger is whole");
    }
}
