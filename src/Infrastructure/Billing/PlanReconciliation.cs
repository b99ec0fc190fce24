using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Finds what became of subscriptions and their invoices although nothing was announced.</summary>
public sealed class PlanReconciliation(AppDbContext db, PlanSync sync, PlanBooks books, TimeProvider clock, ILogger<PlanReconciliation> log)
{
    private const int AtMost = 200;

    /// <summary>As long as an announcement may take.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <summary>How long one that runs is taken at our word.</summary>
    private static readonly TimeSpan Trusted = TimeSpan.FromHours(6);

    /// <summary>Those that wait for something, those whose period is over, and each of the others a few times a day; who waited longest first.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (soon, late) = (now - Usual, now - Trusted);
        var due = await db.Subscriptions.AsNoTracking().NotOver()
            .Where(s => s.LookedAt < late || (s.LookedAt < soon && (s.State != SubscriptionState.Active || s.PaidUntil < soon || s.Wish != null || s.Pending != null)))
            .OrderBy(s => s.LookedAt).Take(AtMost).ToListAsync(cancel);
        foreach (var subscription in due) await db.TryAsync("Subscription", subscription.Id, () => SettleAsync(subscription, cancel), log, cancel);
    }

    // Where it never became known whether its checkout was opened, what was paid there comes by its event.
    private async Task SettleAsync(Subscription subscription, CancellationToken cancel)
    {
        if (subscription.CheckoutId is not null || subscription.GatewayId is not null) await sync.WholeAsync(subscription.Id, cancel);
        else if (subscription.ClosesAt + Usual < clock.UtcNow()) await books.EndAsync(subscription.AccountId, subscription.Id, SubscriptionState.Expired, cancel);
    }
}
