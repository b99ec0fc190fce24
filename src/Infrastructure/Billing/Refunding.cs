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

/// <summary>Gives money of a payment back: first the decision with its reason in the log, then the gateway, then the credits that follow the money.</summary>
public sealed class Refunding(AppDbContext db, CreditLedger ledger, AuditLog audit, IPaymentGateway gateway, OrderSync sync, TimeProvider clock, ILogger<Refunding> log)
{
    /// <summary>False where so much of it cannot go back.</summary>
    public async Task<bool> OrderAsync(RefundWish wish, string reason, AuditActor by, CancellationToken cancel)
    {
        var account = await db.Payments.Where(p => p.Id == wish.PaymentId).Select(p => p.AccountId).SingleAsync(cancel);
        if (!await ledger.ChangeAsync(account, credits => OrderAsync(wish, reason, by, credits.At, cancel), cancel, isThere: () => db.Refunds.AnyAsync(r => r.Id == wish.Id, cancel))) return false;

        await AskAsync(wish.Id, cancel);
        return true;
    }

    /// <summary>Asked again, it goes back once.</summary>
    public async Task AskAsync(Guid refundId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == refundId, cancel);
        if (refund.State != RefundState.Asked) return;

        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.Id == refund.PaymentId, cancel);
        try
        {
            await gateway.RefundAsync(new RefundOrder(refund.Key, payment.GatewayId!, new Money(refund.AmountMinor, payment.Currency)), cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault is GatewayFault.Refused or GatewayFault.NotFound or GatewayFault.KeyReused)
        {
            log.LogError(e, "Refund {Refund} was refused: {Fault} {Code}", refund.Id, e.Fault, e.Code);
            await EndAsync(refund.Id, RefundState.Refused, cancel);
            return;
        }

        await sync.OrderAsync(payment.OrderId, null, payment.GatewayId, cancel);
        await EndAsync(refund.Id, RefundState.Done, cancel);
    }

    private async Task<bool> OrderAsync(RefundWish wish, string reason, AuditActor by, DateTime at, CancellationToken cancel)
    {
        if (await db.Refunds.SingleOrDefaultAsync(r => r.Id == wish.Id, cancel) is { } known) return known.PaymentId == wish.PaymentId && known.AmountMinor == wish.Minor;

        var payment = await db.Payments.SingleAsync(p => p.Id == wish.PaymentId, cancel);
        var asked = await db.Refunds.Where(r => r.PaymentId == payment.Id && r.State == RefundState.Asked).SumAsync(r => r.AmountMinor, cancel);
        if (payment.GatewayId is null || wish.Minor <= 0 || wish.Minor > payment.Refundable - asked) return false;

        db.Refunds.Add(Refund.Ask(wish.Id, payment, wish.Minor, by.UserId ?? Guid.Empty, at));
        var owner = await db.Accounts.Where(a => a.Id == payment.AccountId).Select(a => a.OwnerId).SingleAsync(cancel);
        var act = new AuditAct(AuditAction.RefundOrdered, payment.Id.ToString(), Written(payment.RefundedMinor, payment), Written(payment.RefundedMinor + wish.Minor, payment)) { PersonId = owner };
        await audit.RecordAsync(by, act, reason, cancel);
        return true;
    }

    private Task<int> EndAsync(Guid id, RefundState state, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.Refunds.Where(r => r.Id == id && r.State == RefundState.Asked).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, state).SetProperty(x => x.EndedAt, now), cancel);
    }

    private static string Written(long minor, Payment payment) => string.Create(CultureInfo.InvariantCulture, $"{new Money(minor, payment.Currency).Major} {payment.Currency.Code}");
}

/// <param name="Id">Made with the form.</param>
public sealed record RefundWish(Guid Id, Guid PaymentId, long Minor);
