using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Billing;

public static class BillingQueries
{
    public static IQueryable<Order> OwnedBy(this IQueryable<Order> orders, Guid accountId) => orders.Where(o => o.AccountId == accountId);

    public static IQueryable<Payment> OwnedBy(this IQueryable<Payment> payments, Guid accountId) => payments.Where(p => p.AccountId == accountId);

    /// <summary>Orders that a code was used for and that did not come to nothing.</summary>
    public static IQueryable<Order> Using(this IQueryable<Order> orders, string code) =>
        orders.Where(o => o.PromoCode == code && o.State != OrderState.Failed && o.State != OrderState.Expired);

    /// <summary>What came to be paid, and what still may.</summary>
    public static IQueryable<Order> Waiting(this IQueryable<Order> orders) => orders.Where(o => o.EndedAt == null);

    public static IQueryable<PaymentEvent> Due(this IQueryable<PaymentEvent> events, DateTime at) => events.Where(e => e.NextAttemptAt <= at).OrderBy(e => e.NextAttemptAt);
}
