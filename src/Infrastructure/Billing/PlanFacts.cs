using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>What the gateway said of a subscription, and how often it had been acted on before that was asked.</summary>
internal sealed record PlanFacts(Guid AccountId, Guid SubscriptionId, long Looks, HostedCheckout? Checkout, GatewaySubscription? Subscription, IReadOnlyList<PlanBill> Bills)
{
    public bool IsLive => Subscription?.IsLive ?? Checkout?.IsLive ?? false;
}

/// <summary>One of its invoices, with the payment where there is one.</summary>
internal sealed record PlanBill(GatewayInvoice Invoice, GatewayPayment? Payment);
