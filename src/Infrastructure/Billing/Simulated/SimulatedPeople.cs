using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>What people do on the gateway's pages and what banks decide; in Development a button each.</summary>
public sealed class SimulatedPeople(SimulatedBooks books, TimeProvider clock)
{
    private const string ByTransfer = "customer_balance";

    public SimulatedCheckout? TryCheckout(string id) => books.Change(state => state.Checkouts.ContainsKey(id) ? Current(state, id) : null);

    public SimulatedCheckout Pay(string id, SimulatedMood mood = SimulatedMood.Works, string method = "card") => Do(id, (state, checkout) => Pay(state, checkout, mood, method));

    /// <summary>Somebody says to their bank that it is them, or that it is not.</summary>
    public SimulatedCheckout Authenticate(string id, bool confirmed) =>
        Do(id, (state, checkout) => Pay(state, checkout with { AsksOwner = false }, confirmed ? SimulatedMood.Works : SimulatedMood.Declines, "card"));

    public SimulatedCheckout PayLater(string id) => Do(id, (state, checkout) =>
    {
        var payment = Payment(state, checkout) with { State = GatewayPaymentState.Pending, Method = ByTransfer, Last4 = null, Decline = null };
        state.Payments[payment.Id] = payment;
        return Complete(state, checkout with { Told = checkout.Told with { PaymentId = payment.Id } }, CheckoutPayment.Unpaid);
    });

    /// <summary>What was to be paid later arrives, or does not.</summary>
    public void Arrive(string paymentId, bool paid) => books.Change(state =>
    {
        var payment = SimulatedState.Find(state.Payments, paymentId);
        var (id, checkout) = state.Checkouts.Single(c => c.Value.Told.PaymentId == paymentId);
        if (payment.State != GatewayPaymentState.Pending || payment.Method != ByTransfer) return false;

        state.Payments[paymentId] = payment with { State = paid ? GatewayPaymentState.Paid : GatewayPaymentState.Declined, Decline = paid ? null : "generic_decline" };
        if (paid) state.Checkouts[id] = checkout with { Told = checkout.Told with { Payment = CheckoutPayment.Paid } };
        state.Announce(paid ? "payment_intent.succeeded" : "payment_intent.payment_failed", paymentId, Now);
        state.Announce(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", id, Now);
        return true;
    });

    public void Dispute(string paymentId) => books.Change(state =>
    {
        var payment = SimulatedState.Find(state.Payments, paymentId);
        if (payment.State != GatewayPaymentState.Paid || payment.Dispute is { State: GatewayDisputeState.Open }) return false;

        state.Payments[paymentId] = payment with { Dispute = new GatewayDispute(state.NewId("dp"), GatewayDisputeState.Open, payment.Amount) };
        state.Announce("charge.dispute.created", paymentId, Now);
        return true;
    });

    public void Decide(string paymentId, bool won) => books.Change(state =>
    {
        var payment = SimulatedState.Find(state.Payments, paymentId);
        if (payment.Dispute is not { State: GatewayDisputeState.Open } open) return false;

        state.Payments[paymentId] = payment with { Dispute = open with { State = won ? GatewayDisputeState.Won : GatewayDisputeState.Lost } };
        state.Announce("charge.dispute.closed", paymentId, Now);
        return true;
    });

    /// <summary>What is left of a payment goes back, or so much of it.</summary>
    public void Refund(string paymentId, long? minor = null) => books.Change(state =>
    {
        var payment = SimulatedState.Find(state.Payments, paymentId);
        var back = Math.Min(minor ?? long.MaxValue, payment.Amount.Minor - payment.Refunded.Minor);
        if (payment.State != GatewayPaymentState.Paid || back <= 0) return false;

        state.Payments[paymentId] = payment with { Refunded = payment.Amount with { Minor = payment.Refunded.Minor + back } };
        state.Announce("charge.refunded", paymentId, Now);
        return true;
    });

    public void Renew(string subscriptionId) => books.Change(state =>
    {
        SimulatedPlans.Renew(state, subscriptionId, Now);
        return true;
    });

    /// <summary>The card that a subscription is paid by is in this mood from now on.</summary>
    public void SetCard(string subscriptionId, SimulatedMood mood) => books.Change(state =>
        state.LastCardOf(SimulatedState.Find(state.Subscriptions, subscriptionId).CustomerId) is { } card ? state.Cards[card.Card.Id] = card with { Mood = mood } : null);

    public void PayInvoice(string invoiceId) => books.Change(state =>
    {
        SimulatedPlans.Pay(state, SimulatedState.Find(state.Invoices, invoiceId), SimulatedMood.Works, Now);
        return true;
    });

    public string SaveCard(string customerId, SimulatedMood mood) => books.Change(state => Keep(state, customerId, mood).Card.Id);

    public void ChangeCard(string cardId, SimulatedMood mood) => books.Change(state => state.Cards[cardId] = SimulatedState.Find(state.Cards, cardId) with { Mood = mood });

    private DateTime Now => clock.UtcNow();

    private SimulatedCheckout Do(string id, Func<SimulatedState, SimulatedCheckout, SimulatedCheckout> act) => books.Change(state =>
    {
        var checkout = Current(state, id);
        return checkout.Told.State == CheckoutState.Open ? state.Checkouts[id] = act(state, checkout) : checkout;
    });

    private SimulatedCheckout Current(SimulatedState state, string id)
    {
        var checkout = SimulatedState.Find(state.Checkouts, id);
        if (checkout.Told.State != CheckoutState.Open || checkout.Order.Until > Now) return checkout;

        state.Announce("checkout.session.expired", id, Now);
        return state.Checkouts[id] = checkout with { Told = checkout.Told with { State = CheckoutState.Expired, Page = null } };
    }

    private SimulatedCheckout Pay(SimulatedState state, SimulatedCheckout checkout, SimulatedMood mood, string method)
    {
        var isFree = checkout.Told.Total is null or { Minor: 0 };
        if (mood == SimulatedMood.WantsOwner && !isFree) return checkout with { AsksOwner = true };
        if (checkout.Order.Line is null && checkout.Order.Plan is null) return mood == SimulatedMood.Works ? Save(state, checkout) : checkout;
        if (isFree && checkout.Order.Plan is null) return Complete(state, checkout, CheckoutPayment.NothingToPay);

        var payment = SimulatedMoney.Ask(Payment(state, checkout), mood, method);
        state.Payments[payment.Id] = payment;
        var told = checkout with { Told = checkout.Told with { PaymentId = payment.Id } };
        if (payment.State != GatewayPaymentState.Paid)
        {
            state.Announce("payment_intent.payment_failed", payment.Id, Now);
            return told;
        }

        state.Announce("payment_intent.succeeded", payment.Id, Now);
        if (checkout.Order.Plan is { } plan) return Begin(state, told, plan, payment);
        if (checkout.Order.SavesCard && method == "card") Keep(state, checkout.Order.CustomerId, SimulatedMood.Works);
        return Complete(state, told, CheckoutPayment.Paid);
    }

    private GatewayPayment Payment(SimulatedState state, SimulatedCheckout checkout) => checkout.Told.PaymentId is { } known
        ? state.Payments[known]
        : SimulatedMoney.Payment(state, checkout.Told.Total!.Value, checkout.Order.Plan is null ? checkout.Order.OrderId : null, checkout.Order.CustomerId, Now);

    private SimulatedCheckout Begin(SimulatedState state, SimulatedCheckout checkout, PlanSale plan, GatewayPayment payment)
    {
        Keep(state, checkout.Order.CustomerId, SimulatedMood.Works);
        var id = SimulatedPlans.Begin(state, checkout.Order, plan, payment, Now);
        return Complete(state, checkout with { Told = checkout.Told with { PaymentId = null, SubscriptionId = id } }, CheckoutPayment.Paid);
    }

    private SimulatedCheckout Save(SimulatedState state, SimulatedCheckout checkout)
    {
        var card = Keep(state, checkout.Order.CustomerId, SimulatedMood.Works).Card.Id;
        return Complete(state, checkout with { Told = checkout.Told with { SavedCardId = card } }, CheckoutPayment.NothingToPay);
    }

    private SimulatedCheckout Complete(SimulatedState state, SimulatedCheckout checkout, CheckoutPayment payment)
    {
        state.Announce("checkout.session.completed", checkout.Told.Id, Now);
        return checkout with { Told = checkout.Told with { State = CheckoutState.Complete, Payment = payment, Page = null } };
    }

    private static SimulatedCard Keep(SimulatedState state, string customerId, SimulatedMood mood)
    {
        var id = state.NewId("pm");
        return state.Cards[id] = new SimulatedCard(state.Customer(customerId), new SavedCard(id, "visa", SimulatedMoney.Last4(mood), 12, 2034), mood);
    }
}
