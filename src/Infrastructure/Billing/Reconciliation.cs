using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Finds what the gateway knows and we do not, because an announcement never came.</summary>
public sealed class Reconciliation(AppDbContext db, IPaymentGateway gateway, PaymentInbox inbox, OrderSync sync, OrderBooks books, Refunding refunding, TimeProvider clock, ILogger<Reconciliation> log)
{
    private const int AtMost = 200;

    /// <summary>As long as an announcement may take.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <summary>How long the gateway remembers what it announced.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    // The list is not in order to the second.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(30);

    /// <summary>Announcements that are not in the inbox; how many.</summary>
    public async Task<int> FetchEventsAsync(CancellationToken cancel)
    {
        var (now, found) = (clock.UtcNow(), 0);
        var cursor = await db.GatewayCursors.AsNoTracking().SingleOrDefaultAsync(c => c.Name == GatewayCursor.Events, cancel);
        var since = (cursor?.Until ?? now - TimeSpan.FromDays(1)) - Overlap;
        await foreach (var said in gateway.EventsAsync(since < now - Memory ? now - Memory : since, cancel))
        {
            if (said.At > now - Usual || await db.PaymentEvents.AnyAsync(e => e.Id == said.Id, cancel)) continue;
            if (await inbox.ReceiveAsync(said, cancel)) found++;
        }

        if (found > 0) log.LogWarning("{Count} event(s) of the gateway had never arrived; are its webhooks set up?", found);
        await MoveAsync(now - Usual, cancel);
        return found;
    }

    /// <summary>Orders whose checkout is over although nothing was announced, and second payments that were not given back.</summary>
    public async Task SettleOrdersAsync(CancellationToken cancel)
    {
        var before = clock.UtcNow() - Usual;
        var waiting = await db.Orders.AsNoTracking().Waiting().Where(o => o.PlacedAt < before && (!o.IsTopUp || o.CheckoutId != null)).OrderBy(o => o.Looks).ThenBy(o => o.PlacedAt).Take(AtMost).ToListAsync(cancel);
        foreach (var order in waiting) await db.TryAsync("Order", order.Id, () => SettleAsync(order, cancel), log, cancel);

        var excess = await db.Payments.AsNoTracking().Where(p => p.Credits == 0 && p.RefundedMinor < p.AmountMinor).OrderBy(p => p.PaidAt).Take(AtMost).ToListAsync(cancel);
        foreach (var payment in excess) await db.TryAsync("Order", payment.OrderId, () => sync.GiveBackAsync(payment.OrderId, payment.GatewayId!, cancel), log, cancel);
    }

    /// <summary>Refunds of which the gateway's answer was not heard.</summary>
    public async Task FinishRefundsAsync(CancellationToken cancel)
    {
        var before = clock.UtcNow() - Usual;
        var open = await db.Refunds.AsNoTracking().Where(r => r.EndedAt == null && r.AskedAt < before).OrderBy(r => r.AskedAt).Take(AtMost).ToListAsync(cancel);
        foreach (var refund in open) await db.TryAsync("Refund", refund.Id, () => refunding.AskAsync(refund.Id, cancel), log, cancel);
    }

    // Where it never became known whether its checkout was opened, what was paid there comes by its event.
    private async Task SettleAsync(Order order, CancellationToken cancel)
    {
        if (order.CheckoutId is not null) await sync.OrderAsync(order.Id, null, null, cancel);
        else if (order.ClosesAt + Usual < clock.UtcNow()) await books.EndAsync(order.AccountId, order.Id, OrderState.Expired, cancel);
    }

    private async Task MoveAsync(DateTime until, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if (await db.GatewayCursors.SingleOrDefaultAsync(c => c.Name == GatewayCursor.Events, cancel) is { } cursor) cursor.MoveTo(until);
        else db.GatewayCursors.Add(GatewayCursor.At(GatewayCursor.Events, until));
        await db.SaveChangesAsync(cancel);
    }
}
