using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Gives money back: first the decision with its reason in the log, then the gateway, then the credits that follow the money, and the plan where it is to end with it.</summary>
public sealed class Refunding(AppDbContext db, CreditLedger ledger, AuditLog audit, IPaymentGateway gateway, OrderSync orders, PlanSync plans, TimeProvider clock, ILogger<Refunding> log)
{
    /// <summary>Null where there is nothing that was paid by this id.</summary>
    public async Task<PaidSum?> FindAsync(Guid paidId, CancellationToken cancel)
    {
        if (await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == paidId, cancel) is { } payment) return PaidSum.Of(payment);
        return await db.Invoices.AsNoTracking().SingleOrDefaultAsync(i => i.Id == paidId, cancel) is { } invoice ? PaidSum.Of(invoice) : null;
    }

    /// <summary>False where so much of it cannot go back.</summary>
    public async Task<bool> OrderAsync(RefundWish wish, string reason, AuditActor by, CancellationToken cancel)
    {
        if (await FindAsync(wish.PaidId, cancel) is not { } paid) return false;
        if (!await ledger.ChangeAsync(paid.AccountId, credits => OrderAsync(wish, reason, by, credits.At, cancel), cancel, isThere: () => db.Refunds.AnyAsync(r => r.Id == wish.Id, cancel))) return false;

        await AskAsync(wish.Id, cancel);
        return true;
    }

    /// <summary>Asked again, it goes back once.</summary>
    public async Task AskAsync(Guid refundId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == refundId, cancel);
        if (refund.State != RefundState.Asked) return;

        var paid = (await FindAsync(refund.PaidId, cancel))!;
        try
        {
            await gateway.RefundAsync(new RefundOrder(refund.Key, paid.GatewayId!, paid.Amount with { Minor = refund.AmountMinor }), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault is GatewayFault.Refused or GatewayFault.NotFound or GatewayFault.KeyReused)
        {
            log.LogError(e, "Refund {Refund} was refused: {Fault} {Code}", refund.Id, e.Fault, e.Code);
            await EndAsync(refund.Id, RefundState.Refused, cancel);
            return;
        }

        await FollowAsync(refund, paid, cancel);
        await EndAsync(refund.Id, RefundState.Done, cancel);
    }

    private async Task FollowAsync(Refund refund, PaidSum paid, CancellationToken cancel)
    {
        if (paid.OrderId is { } order)
        {
            await orders.OrderAsync(order, null, paid.GatewayId, cancel);
            return;
        }

        await plans.PaymentAsync(paid.GatewayId!, cancel);
        if (!refund.EndsPlan) return;

        var subscription = await db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == paid.SubscriptionId, cancel);
        if (subscription.State == SubscriptionState.Ended) return;
        await gateway.EndNowAsync(subscription.GatewayId!, cancel);
        await plans.SyncAsync(subscription.Id, PlanClue.None, cancel);
    }

    private async Task<bool> OrderAsync(RefundWish wish, string reason, AuditActor by, DateTime at, CancellationToken cancel)
    {
        if (await db.Refunds.SingleOrDefaultAsync(r => r.Id == wish.Id, cancel) is { } known) return known.IsAs(wish);

        var paid = (await FindAsync(wish.PaidId, cancel))!;
        var asked = await db.Refunds.Where(r => (r.PaymentId == paid.Id || r.InvoiceId == paid.Id) && r.State == RefundState.Asked).SumAsync(r => r.AmountMinor, cancel);
        if (wish.Minor <= 0 || wish.Minor > paid.Refundable - asked) return false;

        db.Refunds.Add(Refund.Ask(wish, paid, by.UserId ?? Guid.Empty, at));
        var owner = await db.Accounts.Where(a => a.Id == paid.AccountId).Select(a => a.OwnerId).SingleAsync(cancel);
        var after = Written(paid.RefundedMinor + wish.Minor, paid) + (wish.EndsPlan ? ", the plan ends" : "");
        await audit.RecordAsync(by, new AuditAct(AuditAction.RefundOrdered, paid.Id.ToString(), Written(paid.RefundedMinor, paid), after) { PersonId = owner }, reason, cancel);
        return true;
    }

    private Task<int> EndAsync(Guid id, RefundState state, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.Refunds.Where(r => r.Id == id && r.State == RefundState.Asked).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, state).SetProperty(x => x.EndedAt, now), cancel);
    }

    private static string Written(long minor, PaidSum paid) => string.Create(CultureInfo.InvariantCulture, $"{new Money(minor, paid.Amount.Currency).Major} {paid.Amount.Currency.Code}");
}
