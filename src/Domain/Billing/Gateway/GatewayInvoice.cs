namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>An invoice as the gateway tells it now.</summary>
/// <param name="Terms">The plan whose new period it pays for; null where it pays for none.</param>
/// <param name="From">When that period begins, by the invoice's own line.</param>
public sealed record GatewayInvoice(
    string Id, GatewayInvoiceState State, string CustomerId, string? SubscriptionId, InvoiceCause Cause, PlanTerms? Terms, DateTime From, DateTime Until, Money Total, DateTime At, bool IsLive)
{
    /// <summary>What was paid by it; null where nothing had to be.</summary>
    public string? PaymentId { get; init; }

    /// <summary>As people see it on paper.</summary>
    public string? Number { get; init; }

    /// <summary>The gateway's own page for it.</summary>
    public Uri? Page { get; init; }
}

public enum GatewayInvoiceState
{
    Draft,
    Open,
    Paid,
    Void,
    Uncollectible,
}

public enum InvoiceCause
{
    /// <summary>A subscription began.</summary>
    Begin,

    /// <summary>Its next period did.</summary>
    Renewal,

    /// <summary>It was changed, so that a new period began.</summary>
    Change,
    Other,
}
