namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>A checkout as the gateway tells it now.</summary>
/// <param name="Page">Where to pay, while it is open.</param>
/// <param name="Subtotal">Before discount and tax: what our order is compared with.</param>
/// <param name="Total">What was or would be paid.</param>
public sealed record HostedCheckout(
    string Id, CheckoutState State, CheckoutPayment Payment, Uri? Page, Guid? OrderId, string? CustomerId, Money? Subtotal, Money? Total, bool IsLive)
{
    /// <summary>Of a checkout that pays once; null where nothing was to be paid.</summary>
    public string? PaymentId { get; init; }

    public string? SubscriptionId { get; init; }

    /// <summary>Of a checkout that only saves a card.</summary>
    public string? SavedCardId { get; init; }
}

public enum CheckoutState
{
    Open,
    Complete,
    Expired,
}

public enum CheckoutPayment
{
    Unpaid,
    Paid,

    /// <summary>A whole discount, or only a card to save.</summary>
    NothingToPay,
}
