using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Which payments somebody looks for.</summary>
/// <param name="Words">The beginning of their owner's address; or a whole id, of ours or the gateway's.</param>
public sealed record PaymentSearch(PaymentState? State, Currency? Currency, string? Words)
{
    /// <summary>The latest first, after the one with this id.</summary>
    public IQueryable<Payment> In(AppDbContext db, Payment? after)
    {
        var found = db.Payments.AsQueryable();
        if (Currency is { } currency) found = found.Where(p => p.Currency == currency);
        if (State is { } state) found = Of(found, state);
        if (!string.IsNullOrWhiteSpace(Words)) found = By(db, found, Words.Trim());
        if (after is not null) found = found.Where(p => p.PaidAt < after.PaidAt || (p.PaidAt == after.PaidAt && p.CreditKey.CompareTo(after.CreditKey) < 0));
        return found.OrderByDescending(p => p.PaidAt).ThenByDescending(p => p.CreditKey);
    }

    private static IQueryable<Payment> Of(IQueryable<Payment> among, PaymentState state)
    {
        var calm = among.Where(p => p.Dispute == null || p.Dispute == GatewayDisputeState.Won);
        return state switch
        {
            PaymentState.Disputed => among.Where(p => p.Dispute == GatewayDisputeState.Open),
            PaymentState.Lost => among.Where(p => p.Dispute == GatewayDisputeState.Lost),
            PaymentState.Paid => calm.Where(p => p.RefundedMinor == 0),
            PaymentState.PartlyRefunded => calm.Where(p => p.RefundedMinor > 0 && p.RefundedMinor < p.AmountMinor),
            _ => calm.Where(p => p.RefundedMinor > 0 && p.RefundedMinor >= p.AmountMinor),
        };
    }

    private static IQueryable<Payment> By(AppDbContext db, IQueryable<Payment> among, string words)
    {
        if (Guid.TryParse(words, out var id)) return among.Where(p => p.Id == id || p.OrderId == id || p.AccountId == id);

        var accounts = db.AccountsOf(words);
        return among.Where(p => p.GatewayId == words || accounts.Contains(p.AccountId));
    }
}
