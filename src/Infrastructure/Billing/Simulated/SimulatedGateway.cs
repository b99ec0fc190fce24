using System.Text.Json;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>Moves no money: Development's gateway, whose pages are at /dev/checkout and /dev/payments.</summary>
internal sealed class SimulatedGateway(SimulatedBooks books, SimulatedPeople people, TimeProvider clock) : IPaymentGateway
{
    private DateTime Now => clock.UtcNow();

    public Task<string> AddCustomerAsync(CustomerOrder order, CancellationToken cancel) => Change(state => state.Once(order.Key, order.AccountId.ToString(), () =>
    {
        var id = state.NewId("cus");
        state.Customers.Add(id);
        return id;
    }));

    public Task<HostedCheckout> OpenCheckoutAsync(CheckoutOrder order, CancellationToken cancel) => Change(state =>
    {
        var id = state.Once(order.Key, JsonSerializer.Serialize(order, SimulatedBooks.Json), () => Open(state, order));
        return state.Checkouts[id].Told;
    });

    public Task<HostedCheckout> CheckoutAsync(string checkoutId, CancellationToken cancel) => Ask(() => (people.TryCheckout(checkoutId) ?? throw new PaymentGatewayException(GatewayFault.NotFound, $"The simulated gateway knows no {checkoutId}.")).Told);

    public Task<HostedCheckout> EndCheckoutAsync(string checkoutId, CancellationToken cancel) => Change(state =>
    {
        var checkout = SimulatedState.Find(state.Checkouts, checkoutId);
        if (checkout.Told.State != CheckoutState.Open) return checkout.Told;

        state.Announce("checkout.session.expired", checkoutId, Now);
        return (state.Checkouts[checkoutId] = checkout with { Told = checkout.Told with { State = CheckoutState.Expired, Page = null } }).Told;
    });

    public Task<GatewayPayment> PaymentAsync(string paymentId, CancellationToken cancel) => Read(state => SimulatedState.Find(state.Payments, paymentId));

    public Task<GatewayPayment> ChargeAsync(CardCharge charge, CancellationToken cancel) => Change(state => state.Payments[state.Once(charge.Key, charge.OrderId.ToString(), () =>
    {
        var card = state.CardOf(state.Customer(charge.CustomerId), charge.CardId);
        var payment = SimulatedMoney.Ask(SimulatedMoney.Payment(state, charge.Line.Price, charge.OrderId, charge.CustomerId, Now), card.Mood, "card");
        state.Payments[payment.Id] = payment;
        state.Announce(payment.State == GatewayPaymentState.Paid ? "payment_intent.succeeded" : "payment_intent.payment_failed", payment.Id, Now);
        return payment.Id;
    })]);

    public Task<GatewayPayment> CancelPaymentAsync(string paymentId, CancellationToken cancel) => Change(state =>
        SimulatedState.Find(state.Payments, paymentId) is { State: not GatewayPaymentState.Paid } payment
            ? state.Payments[paymentId] = payment with { State = GatewayPaymentState.Cancelled }
            : state.Payments[paymentId]);

    public Task<GatewayPayment> RefundAsync(RefundOrder order, CancellationToken cancel) => Change(state => state.Payments[state.Once(order.Key, $"{order.PaymentId} {order.Amount.Minor}", () =>
    {
        var payment = SimulatedState.Find(state.Payments, order.PaymentId);
        var back = payment.Refunded.Minor + order.Amount.Minor;
        if (payment.State != GatewayPaymentState.Paid || order.Amount.Minor <= 0 || back > payment.Amount.Minor) throw new PaymentGatewayException(GatewayFault.Refused, $"So much of {order.PaymentId} cannot go back.");

        state.Payments[payment.Id] = payment with { Refunded = payment.Amount with { Minor = back } };
        state.Announce("charge.refunded", payment.Id, Now);
        return payment.Id;
    })]);

    public Task<IReadOnlyList<SavedCard>> CardsAsync(string customerId, CancellationToken cancel) =>
        Read(IReadOnlyList<SavedCard> (state) => [.. state.Cards.Values.Where(c => c.CustomerId == state.Customer(customerId)).Select(c => c.Card)]);

    public Task RemoveCardAsync(string customerId, string cardId, CancellationToken cancel) => Change(state => state.Cards.Remove(state.CardOf(customerId, cardId).Card.Id));

    public Task<GatewaySubscription> SubscriptionAsync(string subscriptionId, CancellationToken cancel) => Read(state => SimulatedState.Find(state.Subscriptions, subscriptionId));

    public Task<Money> QuoteChangeAsync(PlanChange change, CancellationToken cancel) => Read(state => SimulatedPlans.Quote(SimulatedPlans.Living(state, change.SubscriptionId), change.Sale, Now));

    public Task<GatewaySubscription> ChangeNowAsync(PlanChange change, CancellationToken cancel) => Change(state => SimulatedPlans.ChangeNow(state, change, Now));

    public Task<GatewaySubscription> ChangeAtPeriodEndAsync(PlanChange change, CancellationToken cancel) => Change(state => SimulatedPlans.Update(
        state, SimulatedPlans.Living(state, change.SubscriptionId) with { Next = SimulatedPlans.TermsOf(change.Sale), EndsWithPeriod = false }, Now));

    public Task<GatewaySubscription> SetEndingAsync(string subscriptionId, bool endsWithPeriod, string key, CancellationToken cancel) => Change(state => SimulatedPlans.Update(
        state, SimulatedPlans.Living(state, subscriptionId) with { Next = null, EndsWithPeriod = endsWithPeriod }, Now));

    public Task<GatewaySubscription> EndNowAsync(string subscriptionId, CancellationToken cancel) => Change(state => SimulatedPlans.End(state, subscriptionId, Now));

    public Task<GatewayInvoice> InvoiceAsync(string invoiceId, CancellationToken cancel) => Read(state => SimulatedState.Find(state.Invoices, invoiceId));

    public Task<IReadOnlyList<GatewayInvoice>> InvoicesAsync(string customerId, int most, CancellationToken cancel) =>
        Read(IReadOnlyList<GatewayInvoice> (state) => [.. state.Invoices.Values.Where(i => i.CustomerId == state.Customer(customerId)).Reverse().Take(most)]);

    public Task<Uri> PortalAsync(string customerId, Uri returnTo, string language, CancellationToken cancel) => Read(state => new Uri(returnTo, $"/dev/payments?of={state.Customer(customerId)}"));

    public IAsyncEnumerable<GatewayEvent> EventsAsync(DateTime since, CancellationToken cancel) =>
        books.Read(state => state.Events.Where(e => e.At >= since).ToList()).ToAsyncEnumerable();

    private static string Open(SimulatedState state, CheckoutOrder order)
    {
        var (id, price) = (state.NewId("cs"), order.Line?.Price ?? order.Plan?.Price);
        var total = price is { } whole ? whole with { Minor = Math.Max(0, whole.Minor - (order.Discount?.Minor ?? 0)) } : (Money?)null;
        var payment = total is null || (total.Value.Minor == 0 && order.Plan is null) ? CheckoutPayment.NothingToPay : CheckoutPayment.Unpaid;
        var told = new HostedCheckout(id, CheckoutState.Open, payment, new Uri(order.Success, $"/dev/checkout/{id}"), order.OrderId, state.Customer(order.CustomerId), price, total, IsLive: false);
        state.Checkouts[id] = new SimulatedCheckout(order, told);
        return id;
    }

    private Task<T> Read<T>(Func<SimulatedState, T> read) => Ask(() => books.Read(read));

    private Task<T> Change<T>(Func<SimulatedState, T> change) => Ask(() => books.Change(change));

    private static Task<T> Ask<T>(Func<T> ask)
    {
        try
        {
            return Task.FromResult(ask());
        }
        catch (PaymentGatewayException refused)
        {
            return Task.FromException<T>(refused);
        }
    }
}
