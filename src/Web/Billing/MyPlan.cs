using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Billing;

/// <summary>The plan of whoever is signed in, and what they paid for it. Somebody else's is not there.</summary>
public sealed class MyPlan(AppDbContext db, CurrentUser me)
{
    public const int MostInvoices = 50;

    private IQueryable<Subscription> Subscriptions => db.Subscriptions.AsNoTracking().OwnedBy(me.AccountId);
    private IQueryable<Invoice> Invoices => db.Invoices.AsNoTracking().OwnedBy(me.AccountId);

    public Task<Subscription?> FindAsync(Guid id, CancellationToken cancel) => Subscriptions.SingleOrDefaultAsync(s => s.Id == id, cancel);

    public Task<Subscription?> LivingAsync(CancellationToken cancel) => Subscriptions.Living().SingleOrDefaultAsync(cancel);

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<Invoice>> InvoicesAsync(CancellationToken cancel) => await Invoices.OrderByDescending(i => i.At).ThenByDescending(i => i.From).Take(MostInvoices).ToListAsync(cancel);

    public Task<Invoice?> InvoiceAsync(Guid id, CancellationToken cancel) => Invoices.SingleOrDefaultAsync(i => i.Id == id, cancel);

    /// <summary>Where what is due, or waited for, is paid; null where nothing is.</summary>
    public Task<string?> DuePageAsync(Subscription subscription, CancellationToken cancel) => Invoices
        .Where(i => i.GatewayId == subscription.LatestInvoiceId && i.State == Domain.Billing.Gateway.GatewayInvoiceState.Open).Select(i => i.Page).SingleOrDefaultAsync(cancel);
}
