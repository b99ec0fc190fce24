using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Which payments of plans somebody looks for.</summary>
/// <param name="Words">The beginning of their owner's address; or a whole id, of ours or the gateway's, or the number of the invoice.</param>
public sealed record InvoiceSearch(GatewayInvoiceState? State, Currency? Currency, string? Words)
{
    /// <summary>The latest first, after the one with this id.</summary>
    public IQueryable<Invoice> In(AppDbContext db, Invoice? after)
    {
        var found = db.Invoices.AsQueryable();
        if (Currency is { } currency) found = found.Where(i => i.Currency == currency);
        if (State is { } state) found = found.Where(i => i.State == state);
        if (!string.IsNullOrWhiteSpace(Words)) found = By(db, found, Words.Trim());
        if (after is not null) found = found.Where(i => i.At < after.At || (i.At == after.At && i.GatewayId.CompareTo(after.GatewayId) < 0));
        return found.OrderByDescending(i => i.At).ThenByDescending(i => i.GatewayId);
    }

    private static IQueryable<Invoice> By(AppDbContext db, IQueryable<Invoice> among, string words)
    {
        if (Guid.TryParse(words, out var id)) return among.Where(i => i.Id == id || i.SubscriptionId == id || i.AccountId == id);

        var accounts = db.AccountsOf(words);
        return among.Where(i => i.GatewayId == words || i.PaymentId == words || i.Number == words || accounts.Contains(i.AccountId));
    }
}
