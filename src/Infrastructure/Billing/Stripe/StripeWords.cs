using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Stripe's words in our own.</summary>
internal static class StripeWords
{
    public static GatewayDisputeState StateOfDispute(string status) => status switch
    {
        "won" or "warning_closed" or "prevented" => GatewayDisputeState.Won,
        "lost" => GatewayDisputeState.Lost,
        _ => GatewayDisputeState.Open,
    };

    public static GatewayInvoiceState StateOfInvoice(string status) => status switch
    {
        "draft" => GatewayInvoiceState.Draft,
        "open" => GatewayInvoiceState.Open,
        "paid" => GatewayInvoiceState.Paid,
        "void" => GatewayInvoiceState.Void,
        _ => GatewayInvoiceState.Uncollectible,
    };

    public static InvoiceCause CauseOf(string? reason) => reason switch
    {
        "subscription_create" => InvoiceCause.Begin,
        "subscription_cycle" => InvoiceCause.Renewal,
        "subscription_update" => InvoiceCause.Change,
        _ => InvoiceCause.Other,
    };

    /// <param name="status">Of a payment.</param>
    /// <param name="error">The code of the last thing that went wrong with it, if anything has.</param>
    public static GatewayPaymentState StateOfPayment(string status, string? error) => status switch
    {
        "succeeded" => GatewayPaymentState.Paid,
        "canceled" => GatewayPaymentState.Cancelled,
        "requires_action" => GatewayPaymentState.NeedsOwner,
        "requires_payment_method" when error == GatewayPayment.AuthenticationRequired => GatewayPaymentState.NeedsOwner,
        "requires_payment_method" when error is not null => GatewayPaymentState.Declined,
        _ => GatewayPaymentState.Pending,
    };
}
