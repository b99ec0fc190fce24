using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Posts what the clock gives to those who do not look. An account that fails holds up none of the others.</summary>
public sealed class DueAllowances(AppDbContext db, CreditLedger ledger)
{
    private const int Page = 200;

    /// <param name="due">What was posted is no longer among them; what failed waits for the next run.</param>
    /// <param name="cancel">Ends it between two accounts.</param>
    public async Task PostAsync(IQueryable<CreditAccount> due, CancellationToken cancel)
    {
        var failures = new Dictionary<Guid, Exception>();
        while (await NextPageAsync(due, [.. failures.Keys], cancel) is { Count: > 0 } accounts)
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

    private static Task<List<Guid>> NextPageAsync(IQueryable<CreditAccount> due, Guid[] failed, CancellationToken cancel) =>
        due.Select(a => a.Id).Where(id => !failed.Contains(id)).Take(Page).ToListAsync(cancel);
}
