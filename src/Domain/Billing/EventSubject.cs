namespace SaaSChat.Domain.Billing;

/// <summary>What is to be asked afresh when an event arrives.</summary>
public enum EventSubject
{
    Nothing,
    Checkout,
    Payment,
    Subscription,
    Invoice,
    Customer,
}

public static class EventSubjects
{
    public static EventSubject Of(string type) => type switch
    {
        "checkout.session.completed" or "checkout.session.async_payment_succeeded" or "checkout.session.async_payment_failed" or "checkout.session.expired" => EventSubject.Checkout,
        "payment_intent.succeeded" or "payment_intent.payment_failed" => EventSubject.Payment,
        "charge.refunded" or "charge.dispute.created" or "charge.dispute.updated" or "charge.dispute.closed" => EventSubject.Payment,
        "customer.subscription.created" or "customer.subscription.updated" or "customer.subscription.deleted" => EventSubject.Subscription,
        "invoice.paid" or "invoice.payment_failed" or "invoice.finalized" => EventSubject.Invoice,
        "customer.deleted" => EventSubject.Customer,
        _ => EventSubject.Nothing,
    };
}
