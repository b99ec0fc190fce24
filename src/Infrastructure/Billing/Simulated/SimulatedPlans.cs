using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>Plans that go on, period by period.</summary>
internal static class SimulatedPlans
{
    public static string Begin(SimulatedState state, CheckoutOrder order, PlanSale plan, GatewayPayment payment, DateTime at)
    {
        var (id, terms) = (state.NewId("sub"), TermsOf(plan));
        var subscription = new GatewaySubscription(id, GatewaySubscriptionState.Active, order.CustomerId, order.OrderId, terms, at, After(at, terms), EndsWithPeriod: false, IsLive: false);
        var invoice = Invoice(state, subscription, InvoiceCause.Begin, terms, at, payment.Amount, at) with { State = GatewayInvoiceState.Paid, PaymentId = payment.Id };
        state.Invoices[invoice.Id] = invoice;
        state.Subscriptions[id] = subscription with { LatestInvoiceId = invoice.Id };
        state.Announce("customer.subscription.created", id, at);
        state.Announce("invoice.finalized", invoice.Id, at);
        state.Announce("invoice.paid", invoice.Id, at);
        return id;
    }

    /// <summary>The period ends now, whatever the clock says.</summary>
    public static void Renew(SimulatedState state, string id, DateTime at)
    {
        var old = SimulatedState.Find(state.Subscriptions, id);
        if (old.State == GatewaySubscriptionState.Ended) return;
        if (old.EndsWithPeriod)
        {
            End(state, id, at);
            return;
        }

        var terms = old.Next ?? old.Terms;
        var next = old with { Terms = terms, Next = null, PaidUntil = After(old.PaidUntil, terms) };
        var invoice = Invoice(state, next, InvoiceCause.Renewal, terms, old.PaidUntil, terms.Price, at);
        state.Subscriptions[id] = next with { LatestInvoiceId = invoice.Id };
        Pay(state, invoice, state.LastCardOf(next.CustomerId)?.Mood ?? SimulatedMood.Declines, at);
        state.Announce("customer.subscription.updated", id, at);
    }

    public static GatewaySubscription End(SimulatedState state, string id, DateTime at)
    {
        var subscription = SimulatedState.Find(state.Subscriptions, id);
        if (subscription.State == GatewaySubscriptionState.Ended) return subscription;

        state.Announce("customer.subscription.deleted", id, at);
        return state.Subscriptions[id] = subscription with { State = GatewaySubscriptionState.Ended, EndsWithPeriod = false, Next = null, Pending = null };
    }

    public static GatewaySubscription Update(SimulatedState state, GatewaySubscription changed, DateTime at)
    {
        state.Announce("customer.subscription.updated", changed.Id, at);
        return state.Subscriptions[changed.Id] = changed;
    }

    /// <summary>The new period less what is unused of the old one.</summary>
    public static Money Quote(GatewaySubscription subscription, PlanSale sale, DateTime at)
    {
        var (price, terms) = (subscription.Terms.Price, subscription.Terms);
        if (price.Currency != sale.Price.Currency) throw new PaymentGatewayException(GatewayFault.Refused, "A plan keeps its currency.");

        var whole = subscription.PaidUntil - Before(subscription.PaidUntil, terms);
        var left = TimeSpan.FromTicks(Math.Clamp((subscription.PaidUntil - at).Ticks, 0, whole.Ticks));
        var unused = (long)decimal.Round((decimal)price.Minor * left.Ticks / whole.Ticks);
        return sale.Price with { Minor = Math.Max(0, sale.Price.Minor - unused) };
    }

    public static GatewaySubscription ChangeNow(SimulatedState state, PlanChange change, DateTime at)
    {
        var subscription = Living(state, change.SubscriptionId);
        var terms = TermsOf(change.Sale);
        if (subscription.Terms == terms || subscription.Pending == terms) return subscription;

        var invoice = Invoice(state, subscription, InvoiceCause.Change, terms, at, Quote(subscription, change.Sale, at), at);
        state.Subscriptions[subscription.Id] = subscription with { Next = null, Pending = terms, LatestInvoiceId = invoice.Id };
        Pay(state, invoice, state.LastCardOf(subscription.CustomerId)?.Mood ?? SimulatedMood.Declines, at);
        return Update(state, state.Subscriptions[subscription.Id], at);
    }

    /// <summary>Asks a card for an invoice that is open.</summary>
    public static void Pay(SimulatedState state, GatewayInvoice invoice, SimulatedMood mood, DateTime at)
    {
        if (invoice.State != GatewayInvoiceState.Open) return;

        var begun = invoice.PaymentId is { } known ? state.Payments[known] : SimulatedMoney.Payment(state, invoice.Total, null, invoice.CustomerId, at);
        var payment = SimulatedMoney.Ask(begun, mood, "card");
        var isPaid = payment.State == GatewayPaymentState.Paid;
        state.Payments[payment.Id] = payment;
        state.Invoices[invoice.Id] = invoice with { PaymentId = payment.Id, State = isPaid ? GatewayInvoiceState.Paid : GatewayInvoiceState.Open };
        state.Announce(isPaid ? "payment_intent.succeeded" : "payment_intent.payment_failed", payment.Id, at);
        Settle(state, state.Invoices[invoice.Id], isPaid);
        state.Announce(isPaid ? "invoice.paid" : "invoice.payment_failed", invoice.Id, at);
    }

    public static GatewaySubscription Living(SimulatedState state, string id) =>
        SimulatedState.Find(state.Subscriptions, id) is { State: not GatewaySubscriptionState.Ended } living ? living : throw new PaymentGatewayException(GatewayFault.Refused, $"{id} is over.");

    public static PlanTerms TermsOf(PlanSale sale) => new(sale.PlanKey, sale.Interval, sale.Price);

    private static void Settle(SimulatedState state, GatewayInvoice invoice, bool isPaid)
    {
        var subscription = state.Subscriptions[invoice.SubscriptionId!];
        var isLatest = subscription.LatestInvoiceId == invoice.Id;
        state.Subscriptions[subscription.Id] = (isPaid, isLatest, subscription.Pending) switch
        {
            (true, true, { } pending) => subscription with { Terms = pending, Pending = null, PaidUntil = invoice.Until },
            (true, true, null) => subscription with { State = GatewaySubscriptionState.Active },
            (false, _, null) => subscription with { State = GatewaySubscriptionState.PastDue },
            _ => subscription,
        };
    }

    private static GatewayInvoice Invoice(SimulatedState state, GatewaySubscription subscription, InvoiceCause cause, PlanTerms terms, DateTime from, Money total, DateTime at)
    {
        var invoice = new GatewayInvoice(
            state.NewId("in"), GatewayInvoiceState.Open, subscription.CustomerId, subscription.Id, cause, terms, from, After(from, terms), total, at, IsLive: false)
        {
            Number = $"SIM-{state.Invoices.Count + 1:0000}",
            Page = state.Checkouts.Values.LastOrDefault(c => c.Order.CustomerId == subscription.CustomerId) is { } known ? new Uri(known.Order.Success, $"/dev/payments?of={subscription.CustomerId}") : null,
        };
        state.Invoices[invoice.Id] = invoice;
        if (cause != InvoiceCause.Begin) state.Announce("invoice.finalized", invoice.Id, at);
        return invoice;
    }

    private static DateTime After(DateTime from, PlanTerms terms) => terms.Interval == BillingInterval.Year ? from.AddYears(1) : from.AddMonths(1);

    private static DateTime Before(DateTime until, PlanTerms terms) => terms.Interval == BillingInterval.Year ? until.AddYears(-1) : until.AddMonths(-1);
}
