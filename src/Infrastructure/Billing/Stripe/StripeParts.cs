using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>What both ways to ask Stripe have in common: which part of them does what.</summary>
internal abstract class StripeParts(IStripeCheckouts checkouts, IStripePayments payments, IStripeSubscriptions subscriptions)
{
    public Task<HostedCheckout> OpenCheckoutAsync(CheckoutOrder order, CancellationToken cancel) => checkouts.OpenAsync(order, cancel);

    public Task<HostedCheckout> CheckoutAsync(string checkoutId, CancellationToken cancel) => checkouts.FindAsync(checkoutId, cancel);

    public Task<HostedCheckout> EndCheckoutAsync(string checkoutId, CancellationToken cancel) => checkouts.EndAsync(checkoutId, cancel);

    public Task<GatewayPayment> PaymentAsync(string paymentId, CancellationToken cancel) => payments.FindAsync(paymentId, cancel);

    public Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel) => payments.ChargeAsync(charge, cancel);

    public Task<GatewayPayment> CancelPaymentAsync(string paymentId, CancellationToken cancel) => payments.CancelAsync(paymentId, cancel);

    public Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel) => payments.RefundAsync(order, cancel);

    public Task<GatewaySubscription> SubscriptionAsync(string subscriptionId, CancellationToken cancel) => subscriptions.FindAsync(subscriptionId, cancel);

    public Task<Money> QuoteChangeAsync(PlanChange change, CancellationToken cancel) => subscriptions.QuoteAsync(change, cancel);

    public Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel) => subscriptions.ChangeNowAsync(change, cancel);

    public Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel) => subscriptions.ChangeAtPeriodEndAsync(change, cancel);

    public Task<GatewaySubscription> SetEndingAsync(string subscriptionId, bool endsWithPeriod, string key, CancellationToken cancel) =>
        subscriptions.SetEndingAsync(subscriptionId, endsWithPeriod, key, cancel);

    public Task<GatewaySubscription> EndNowAsync(string subscriptionId, CancellationToken cancel) => subscriptions.EndNowAsync(subscriptionId, cancel);
}

internal interface IStripeCheckouts
{
    Task<HostedCheckout> OpenAsync(CheckoutOrder order, CancellationToken cancel);

    Task<HostedCheckout> FindAsync(string id, CancellationToken cancel);

    Task<HostedCheckout> EndAsync(string id, CancellationToken cancel);
}

internal interface IStripePayments
{
    Task<GatewayPayment> FindAsync(string id, CancellationToken cancel);

    Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel);

    Task<GatewayPayment> CancelAsync(string id, CancellationToken cancel);

    Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel);
}

internal interface IStripeSubscriptions
{
    Task<GatewaySubscription> FindAsync(string id, CancellationToken cancel);

    Task<Money> QuoteAsync(PlanChange change, CancellationToken cancel);

    Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel);

    Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel);

    Task<GatewaySubscription> SetEndingAsync(string id, bool endsWithPeriod, string key, CancellationToken cancel);

    Task<GatewaySubscription> EndNowAsync(string id, CancellationToken cancel);
}
