using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Billing.TopUps;

/// <summary>Begins the top-ups that are due and goes on with those that broke off, found by their state.</summary>
internal sealed class SweepTopUpsJob(AppDbContext db, TopUpCharging charging, TimeProvider clock, ILogger<SweepTopUpsJob> log) : IJob<RecurringRun>
{
    private const int AtMost = 200;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var broken = db.TopUps.Where(t => t.EndedAt == null && (t.State == TopUpState.Begun || db.Orders.Any(o => o.Id == t.OrderId && o.CheckoutId == null))).Select(t => t.AccountId);
        var due = db.AutoTopUps.Where(a => a.IsOn && (a.PausedUntil == null || a.PausedUntil <= now) && !db.TopUps.Any(t => t.AccountId == a.AccountId && t.EndedAt == null)
            && db.CreditAccounts.Any(c => c.Id == a.AccountId && c.Available - c.Debt < c.TopUpBelow)).Select(a => a.AccountId);
        foreach (var account in await broken.Union(due).OrderBy(id => id).Take(AtMost).ToListAsync(cancel))
            await db.TryAsync("The top-up of", account, () => charging.RunAsync(account, cancel), log, cancel);
    }
}
