using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

public static class PlanQueries
{
    public static IQueryable<Plan> WithPrices(this IQueryable<Plan> plans) => plans.Include(p => p.Prices);

    /// <summary>The plan as it is now; null for none. On a database that no site was started on yet it is the catalogue's.</summary>
    public static async Task<PlanOffer?> PlanAsync(this AppDbContext db, string? key, CancellationToken cancel) =>
        (await db.Plans.AsNoTracking().WithPrices().SingleOrDefaultAsync(p => p.Key == key, cancel))?.Offer ?? PlanCatalogue.Find(key);

    public static IQueryable<Subscription> OwnedBy(this IQueryable<Subscription> subscriptions, Guid accountId) => subscriptions.Where(s => s.AccountId == accountId);

    /// <summary>Placed, open, or paid for: an account has one at most.</summary>
    public static IQueryable<Subscription> NotOver(this IQueryable<Subscription> subscriptions) => subscriptions.Where(s => s.EndedAt == null);

    public static IQueryable<Subscription> Living(this IQueryable<Subscription> subscriptions) =>
        subscriptions.Where(s => s.EndedAt == null && (s.State == SubscriptionState.Active || s.State == SubscriptionState.PastDue));

    public static IQueryable<Invoice> OwnedBy(this IQueryable<Invoice> invoices, Guid accountId) => invoices.Where(i => i.AccountId == accountId);
}
