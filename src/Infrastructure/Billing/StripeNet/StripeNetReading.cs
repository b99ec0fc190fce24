using global::Stripe;
using global::Stripe.Checkout;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using Invoice = global::Stripe.Invoice;
using Subscription = global::Stripe.Subscription;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>Stripe.net's objects in our own words.</summary>
internal static class StripeNetReading
{
    public const string PlanKey = "plan";

    public static Money Money(long minor, string currency) => new(minor, Currency.Find(currency) ?? throw StripeJson.Unreadable($"currency {currency}"));

    public static Guid? OrderId(Dictionary<string, string>? metadata) => metadata?.GetValueOrDefault(StripeForm.OrderKey) is { } text && Guid.TryParse(text, out var id) ? id : null;

    public static PlanTerms Terms(Price price) => new(
        price.Metadata?.GetValueOrDefault(PlanKey) ?? "", price.Recurring?.Interval == "year" ? BillingInterval.Year : BillingInterval.Month, Money(price.UnitAmount ?? throw StripeJson.Unreadable("unit_amount"), price.Currency));

    public static HostedCheckout Checkout(Session session) => new(
        session.Id,
        session.Status switch { "open" => CheckoutState.Open, "complete" => CheckoutState.Complete, _ => CheckoutState.Expired },
        session.PaymentStatus switch { "paid" => CheckoutPayment.Paid, "no_payment_required" => CheckoutPayment.NothingToPay, _ => CheckoutPayment.Unpaid },
        session.Url is null ? null : new Uri(session.Url), OrderId(session.Metadata), session.CustomerId,
        session.AmountSubtotal is { } subtotal ? Money(subtotal, session.Currency) : null, session.AmountTotal is { } total ? Money(total, session.Currency) : null, session.Livemode)
    {
        PaymentId = session.PaymentIntentId,
        SubscriptionId = session.SubscriptionId,
        SavedCardId = session.SetupIntent?.PaymentMethodId,
    };

    public static GatewayPayment Payment(PaymentIntent intent)
    {
        var (charge, error) = (intent.LatestCharge, intent.LastPaymentError);
        return new GatewayPayment(
            intent.Id, StripeWords.StateOfPayment(intent.Status, error is null ? null : error.Code ?? ""), Money(intent.Amount, intent.Currency), Money(charge?.AmountRefunded ?? 0, intent.Currency), OrderId(intent.Metadata), intent.CustomerId, intent.Created, intent.Livemode)
        {
            Method = charge?.PaymentMethodDetails?.Type ?? error?.PaymentMethod?.Type,
            Last4 = charge?.PaymentMethodDetails?.Card?.Last4 ?? error?.PaymentMethod?.Card?.Last4,
            Decline = error?.DeclineCode ?? error?.Code,
        };
    }

    public static GatewayDispute Dispute(Dispute dispute) => new(dispute.Id, StripeWords.StateOfDispute(dispute.Status), Money(dispute.Amount, dispute.Currency));

    public static GatewaySubscription Subscription(Subscription subscription)
    {
        var item = subscription.Items.Data[0];
        return new GatewaySubscription(
            subscription.Id, StateOf(subscription.Status), subscription.CustomerId, OrderId(subscription.Metadata), Terms(item.Price), subscription.StartDate, item.CurrentPeriodEnd,
            subscription.CancelAtPeriodEnd, subscription.Livemode)
        {
            Next = subscription.Schedule?.Phases.Find(p => p.StartDate >= item.CurrentPeriodEnd)?.Items[0].Price is { } next ? Terms(next) : null,
            Pending = subscription.PendingUpdate?.SubscriptionItems?[0].Price is { } pending ? Terms(pending) : null,
            LatestInvoiceId = subscription.LatestInvoiceId,
        };
    }

    // What is unused of the old period comes back on a line of its own, as a proration with an amount below nothing.
    public static InvoiceLineItem? PeriodOf(Invoice invoice) => invoice.Lines.Data
        .Where(l => l.Parent?.SubscriptionItemDetails is not null && l.Amount >= 0)
        .OrderBy(l => l.Parent.SubscriptionItemDetails.Proration).ThenByDescending(l => l.Period.End).FirstOrDefault();

    public static GatewayInvoice Invoice(Invoice invoice, PlanTerms? terms)
    {
        var period = PeriodOf(invoice)?.Period;
        return new GatewayInvoice(
            invoice.Id, StripeWords.StateOfInvoice(invoice.Status), invoice.CustomerId, invoice.Parent?.SubscriptionDetails?.SubscriptionId, StripeWords.CauseOf(invoice.BillingReason), terms,
            period?.Start ?? invoice.PeriodStart, period?.End ?? invoice.PeriodEnd, Money(invoice.Total, invoice.Currency), invoice.Created, invoice.Livemode)
        {
            PaymentId = invoice.Payments?.Data.Select(p => p.Payment.PaymentIntentId).FirstOrDefault(p => p is not null),
            Number = invoice.Number,
            Page = invoice.HostedInvoiceUrl is null ? null : new Uri(invoice.HostedInvoiceUrl),
        };
    }

    // What became of a charge or a dispute is asked by its payment.
    public static GatewayEvent Event(Event said) => new(
        said.Id, said.Type,
        said.Data.Object switch { Charge charge => charge.PaymentIntentId ?? charge.Id, Dispute dispute => dispute.PaymentIntentId ?? dispute.Id, IHasId about => about.Id, _ => throw StripeJson.Unreadable(said.Type) },
        said.Created, said.Livemode);

    private static GatewaySubscriptionState StateOf(string status) => status switch
    {
        "active" or "trialing" => GatewaySubscriptionState.Active,
        "incomplete" => GatewaySubscriptionState.Incomplete,
        "canceled" or "incomplete_expired" => GatewaySubscriptionState.Ended,
        _ => GatewaySubscriptionState.PastDue,
    };
}
