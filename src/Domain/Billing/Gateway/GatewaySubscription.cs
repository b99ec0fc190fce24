using System.Globalization;

namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>A subscription as the gateway tells it now.</summary>
/// <param name="PaidUntil">The end of the period that runs.</param>
public sealed record GatewaySubscription(
    string Id, GatewaySubscriptionState State, string CustomerId, Guid? OrderId, PlanTerms Terms, DateTime Since, DateTime PaidUntil, bool EndsWithPeriod, bool IsLive)
{
    /// <summary>What replaces it when the period ends.</summary>
    public PlanTerms? Next { get; init; }

    /// <summary>A change that waits for its invoice to be paid.</summary>
    public PlanTerms? Pending { get; init; }

    public string? LatestInvoiceId { get; init; }
}

/// <summary>What is sold each period.</summary>
public sealed record PlanTerms(string PlanKey, BillingInterval Interval, Money Price)
{
    public static PlanTerms Parse(string written) => written.Split(' ') is [var plan, var interval, var minor, var currency]
        ? new(plan, Enum.Parse<BillingInterval>(interval), new Money(long.Parse(minor, CultureInfo.InvariantCulture), Currency.Find(currency)!))
        : throw new FormatException($"{written} are no terms of a plan.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{PlanKey} {Interval} {Price.Minor} {Price.Currency.Code}");
}

public enum GatewaySubscriptionState
{
    /// <summary>The first invoice is not paid.</summary>
    Incomplete,
    Active,

    /// <summary>An invoice is due and its card refuses.</summary>
    PastDue,
    Ended,
}
