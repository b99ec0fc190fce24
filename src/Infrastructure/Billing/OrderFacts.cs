using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>What the gateway said of an order, and how often the order had been acted on before it was asked.</summary>
/// <param name="Checkout">None while a saved card is charged.</param>
internal sealed record OrderFacts(Guid AccountId, Guid OrderId, long Looks, HostedCheckout? Checkout, IReadOnlyList<GatewayPayment> Payments)
{
    public bool IsLive => Checkout?.IsLive ?? Payments.Any(p => p.IsLive);

    /// <summary>The payment that the checkout waited for will not come.</summary>
    public bool CameToNothing => Payments.Any(p => p.Id == Checkout?.PaymentId && p.State is GatewayPaymentState.Declined or GatewayPaymentState.Cancelled);
}

internal sealed class Booking(BookingOutcome outcome)
{
    public BookingOutcome Outcome { get; set; } = outcome;
    public CheckoutFault? Fault { get; init; }

    /// <summary>Payments that are to be given back, by the gateway's ids.</summary>
    public List<string> Excess { get; } = [];

    /// <summary>Letters that leave once all is written.</summary>
    public List<Guid> Letters { get; } = [];
}

public enum BookingOutcome
{
    Booked,

    /// <summary>Somebody else acted on later news meanwhile: ask again.</summary>
    Stale,

    /// <summary>The payment came before its checkout says so.</summary>
    NotYet,

    /// <summary>It does not agree with our order.</summary>
    Refused,

    /// <summary>It is about nothing of ours.</summary>
    NotOurs,
}
