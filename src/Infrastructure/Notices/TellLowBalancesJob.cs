using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Notices;

/// <summary>Tells people that less is left than they wished to be warned at.</summary>
internal sealed class TellLowBalancesJob(AppDbContext db, Alerts alerts) : IJob<RecurringRun>
{
    private const int Batch = 200;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var low = db.AlertWishes.Where(w => w.LowSince == null && db.CreditAccounts.Any(a => a.Id == w.AccountId && a.Available - a.Debt < w.LowAt));
        foreach (var wish in await low.AsNoTracking().OrderBy(w => w.UserId).Take(Batch).ToListAsync(cancel)) await alerts.TellAsync(wish, cancel);

        // There is enough again, so the next time it is news.
        await db.AlertWishes.Where(w => w.LowSince != null && db.CreditAccounts.Any(a => a.Id == w.AccountId && a.Available - a.Debt >= w.LowAt))
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.LowSince, (DateTime?)null), cancel);
    }
}
