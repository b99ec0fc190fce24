namespace SaaSChat.Domain.Billing;

/// <summary>Money that came, for an order or by an invoice of a plan, as whoever gives some of it back looks at it.</summary>
/// <param name="Id">The payment's, or the invoice's.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="GatewayId">What the gateway calls the payment; null where nothing was to be paid.</param>
/// <param name="Amount">All of it.</param>
/// <param name="RefundedMinor">What went back of it.</param>
/// <param name="Refundable">What can still go back.</param>
public sealed record PaidSum(Guid Id, Guid AccountId, string? GatewayId, Money Amount, long RefundedMinor, long Refundable)
{
    /// <summary>The plan's that it is for; null for an order.</summary>
    public Guid? SubscriptionId { get; init; }

    /// <summary>Null for a plan.</summary>
    public Guid? OrderId { get; init; }

    public Money Left => Amount with { Minor = Refundable };

    public static PaidSum Of(Payment payment) =>
        new(payment.Id, payment.AccountId, payment.GatewayId, payment.Amount, payment.RefundedMinor, payment.GatewayId is null ? 0 : payment.Refundable) { OrderId = payment.OrderId };

    public static PaidSum Of(Invoice invoice) =>
        new(invoice.Id, invoice.AccountId, invoice.PaymentId, invoice.Total, invoice.RefundedMinor, invoice.Refundable) { SubscriptionId = invoice.SubscriptionId };
}
