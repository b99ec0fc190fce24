using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Posts the cycles and refills of those who do not look. An account that fails holds up none of the others.</summary>
internal sealed class PostAllowancesJob(AppDbContext db, CreditLedger ledger, TimeProvider clock) : IJob<RecurringRun>
{
    private const int Page = 200;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var failures = new Dictionary<Guid, Exception>();
        while (await NextPageAsync([.. failures.Keys], cancel) is { Count: > 0 } accounts)
        {
            foreach (var account in accounts)
            {
                try
                {
                    await ledger.PostDueAsync(account, cancel);
                }
                catch (Exception e) when (!cancel.IsCancellationRequested)
                {
                    failures.Add(account, e);

                    // What the failed one had altered would be taken for a change of the next.
                    db.ChangeTracker.Clear();
                }
            }
        }

        if (failures.Count > 0) throw new AggregateException("The allowances of some accounts were not posted.", failures.Values);
    }

    // What was posted is no longer due; what failed waits for the next run.
    private Task<List<Guid>> NextPageAsync(Guid[] failed, CancellationToken cancel) =>
        db.CreditAccounts.WithAllowanceDue(clock.UtcNow()).Select(a => a.Id).Where(id => !failed.Contains(id)).Take(Page).ToListAsync(cancel);
}
