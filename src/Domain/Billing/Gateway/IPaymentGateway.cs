namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>
/// Whoever moves the money, by the names and numbers of our own business. What changes something carries the key of its operation, so asking
/// again changes nothing; what is read is fresh. Only <see cref="PaymentGatewayException"/> is thrown, but for the caller's own cancellation.
/// </summary>
public interface IPaymentGateway
{
    /// <summary>The customer's id.</summary>
    Task<string> AddCustomerAsync(CustomerOrder order, CancellationToken cancel);

    /// <summary>A page of the gateway's own, where somebody pays once, begins a subscription or saves a card.</summary>
    Task<HostedCheckout> OpenCheckoutAsync(CheckoutOrder order, CancellationToken cancel);

    Task<HostedCheckout> CheckoutAsync(string checkoutId, CancellationToken cancel);

    /// <summary>So that nobody can pay there any more. One that is over stays as it is.</summary>
    Task<HostedCheckout> EndCheckoutAsync(string checkoutId, CancellationToken cancel);

    Task<GatewayPayment> PaymentAsync(string paymentId, CancellationToken cancel);

    /// <summary>Takes money from a saved card while its owner is away. A card that refuses or asks for its owner is an answer, not an exception.</summary>
    Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel);

    /// <summary>One that is over stays as it is.</summary>
    Task<GatewayPayment> CancelPaymentAsync(string paymentId, CancellationToken cancel);

    /// <summary>Gives money back; the payment as it is afterwards.</summary>
    Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel);

    Task<IReadOnlyList<SavedCard>> CardsAsync(string customerId, CancellationToken cancel);

    Task RemoveCardAsync(string customerId, string cardId, CancellationToken cancel);

    Task<GatewaySubscription> SubscriptionAsync(string subscriptionId, CancellationToken cancel);

    /// <summary>What a change would cost today: the new period less what is unused of the old one.</summary>
    Task<Money> QuoteChangeAsync(PlanChange change, CancellationToken cancel);

    /// <summary>At once: a new period begins and is invoiced. The old plan stays until that invoice is paid.</summary>
    Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel);

    /// <summary>When the period that is paid for ends.</summary>
    Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel);

    /// <summary>Ends it with its period, or takes such an end and any change that was to come back.</summary>
    Task<GatewaySubscription> SetEndingAsync(string subscriptionId, bool endsWithPeriod, string key, CancellationToken cancel);

    /// <summary>At once, with no money given back. One that is over stays as it is.</summary>
    Task<GatewaySubscription> EndNowAsync(string subscriptionId, CancellationToken cancel);

    Task<GatewayInvoice> InvoiceAsync(string invoiceId, CancellationToken cancel);

    /// <summary>The latest first.</summary>
    Task<IReadOnlyList<GatewayInvoice>> InvoicesAsync(string customerId, int most, CancellationToken cancel);

    /// <summary>The gateway's own pages for cards and invoices; plans cannot be changed there.</summary>
    Task<Uri> PortalAsync(string customerId, Uri returnTo, string language, CancellationToken cancel);

    /// <summary>What was announced since then, the oldest first: for announcements that never arrived.</summary>
    IAsyncEnumerable<GatewayEvent> EventsAsync(DateTime since, CancellationToken cancel);
}
