namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>Who pays, as the gateway may know them.</summary>
public sealed record CustomerOrder(string Key, Guid AccountId, string Email, string Language);

/// <summary>What is sold once.</summary>
/// <param name="Name">In the buyer's language: it stands on the gateway's page and on the statement.</param>
public sealed record SaleLine(string Name, Money Price);

/// <summary>What is sold again each period.</summary>
public sealed record PlanSale(string PlanKey, string Name, BillingInterval Interval, Money Price);

/// <summary>A card's money while its owner is away.</summary>
public sealed record CardCharge(string Key, Guid OrderId, string CustomerId, string CardId, SaleLine Line);

/// <summary>So much of a payment, given back.</summary>
public sealed record RefundOrder(string Key, string PaymentId, Money Amount);

/// <summary>Another plan or interval for a subscription.</summary>
public sealed record PlanChange(string Key, string SubscriptionId, PlanSale Sale);
