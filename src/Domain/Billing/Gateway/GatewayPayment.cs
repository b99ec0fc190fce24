namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>A payment as the gateway tells it now.</summary>
/// <param name="Amount">What was or would be taken, tax included.</param>
/// <param name="Refunded">In all.</param>
public sealed record GatewayPayment(
    string Id, GatewayPaymentState State, Money Amount, Money Refunded, Guid? OrderId, string? CustomerId, DateTime At, bool IsLive)
{
    public const string AuthenticationRequired = "authentication_required";

    /// <summary>Such as card, alipay or wechat_pay, by the gateway's word; null until something was tried.</summary>
    public string? Method { get; init; }

    /// <summary>The last four digits, where it was a card.</summary>
    public string? Last4 { get; init; }

    /// <summary>The gateway's word for why it came to nothing.</summary>
    public string? Decline { get; init; }

    /// <summary>Whether it came to nothing because the card wanted to see its owner.</summary>
    public bool WantedOwner => Decline == AuthenticationRequired;

    /// <summary>The last that was opened about it.</summary>
    public GatewayDispute? Dispute { get; init; }
}

public enum GatewayPaymentState
{
    /// <summary>Begun, waiting for its owner or a bank.</summary>
    Pending,

    /// <summary>The card wants to see its owner.</summary>
    NeedsOwner,
    Paid,
    Declined,
    Cancelled,
}

/// <summary>A bank's question about a payment.</summary>
public sealed record GatewayDispute(string Id, GatewayDisputeState State, Money Amount);

public enum GatewayDisputeState
{
    Open,
    Won,
    Lost,
}
