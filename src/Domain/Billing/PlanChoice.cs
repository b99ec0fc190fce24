using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Domain.Billing;

/// <summary>A plan by the month or by the year, at today's price.</summary>
public sealed record PlanChoice(PlanOffer Plan, BillingInterval Interval, Money Price)
{
    public PlanTerms Terms => new(Plan.Key, Interval, Price);

    /// <summary>Null where it is not for sale like that.</summary>
    public static PlanChoice? Of(PlanOffer? plan, BillingInterval interval, Currency currency) =>
        plan is { IsFree: false, IsRetired: false } && plan.PriceIn(currency)?.Per(interval) is { Minor: > 0 } price ? new(plan, interval, price) : null;

    /// <summary>
    /// Whether the change acts at once: more credits, for no shorter time. A year that is paid for is not given up for months in between,
    /// because its credits were all given at its beginning.
    /// </summary>
    public bool IsMoreThan(PlanOffer plan, BillingInterval interval) =>
        Interval >= interval && (Plan.Units > plan.Units || (Plan.Units == plan.Units && Interval > interval));
}
