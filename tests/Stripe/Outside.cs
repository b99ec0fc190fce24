using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Money;

namespace SaaSChat.Tests.Stripe;

/// <summary>What people do on Stripe's pages, what banks decide, and what time brings; each waits until the site has been told.</summary>
public sealed class Outside
{
    private readonly World _world;
    private readonly Webhooks _webhooks;
    private readonly Customers _customers;
    private readonly Checkouts _checkouts;
    private readonly Refunds _refunds;
    private readonly Sessions _sessions;
    private readonly Invoices _invoices;
    private readonly Subscriptions _subscriptions;
    private readonly Time _time;

    internal Outside(World world, Webhooks webhooks, Customers customers, Checkouts checkouts, Refunds refunds, Sessions sessions, Invoices invoices, Subscriptions subscriptions)
    {
        (_world, _webhooks, _customers, _checkouts, _refunds) = (world, webhooks, customers, checkouts, refunds);
        (_sessions, _invoices, _subscriptions) = (sessions, invoices, subscriptions);
        _time = new Time(world, sessions, subscriptions, invoices);
    }

    /// <summary>Whether the checkout is complete; a card that wants its owner leaves it open.</summary>
    public Task<bool> PayAsync(string session, CardMood mood = CardMood.Works, string type = "card") => DoAsync(() => _checkouts.Pay(Session(session), mood, type));

    public Task<bool> AuthenticateAsync(string session, bool confirmed = true) => DoAsync(() => _checkouts.Authenticate(Session(session), confirmed));

    public Task PayLaterAsync(string session) => DoAsync(() => _checkouts.PayLater(Session(session)));

    /// <summary>What was paid later arrives, or does not.</summary>
    public Task ArriveAsync(string session, bool paid = true) => DoAsync(() => _checkouts.Arrive(Session(session), paid));

    public Task ExpireAsync(string session) => DoAsync(() => _sessions.Expire(Session(session)));

    /// <summary>The card's id.</summary>
    public Task<string> SaveCardAsync(string customer, CardMood mood = CardMood.Works) => DoAsync(() => _customers.NewCard(mood, customer).Id());

    public void ChangeCard(string card, CardMood mood)
    {
        lock (_world.Gate) _world.Cards[card] = mood;
    }

    /// <summary>By the merchant, in the dashboard.</summary>
    public Task RefundAsync(string intent, long? amount = null) => DoAsync(() => _refunds.Refund(_refunds.ChargeOf(intent), amount, null, []));

    /// <summary>The dispute's id.</summary>
    public Task<string> DisputeAsync(string intent) => DoAsync(() => _refunds.OpenDispute(_refunds.ChargeOf(intent)).Id());

    /// <summary>Such as under_review, won or lost.</summary>
    public Task MoveDisputeAsync(string dispute, string status) => DoAsync(() => _refunds.MoveDispute(_world.Find("dispute", dispute), status));

    /// <summary>Whether an invoice is paid, on its page.</summary>
    public Task<bool> PayInvoiceAsync(string invoice, CardMood mood = CardMood.Works) =>
        DoAsync(() => _world.Find("invoice", invoice) is { } open && _invoices.Pay(open, _customers.NewCard(mood, open.Text("customer")), offSession: false));

    public Task EndSubscriptionAsync(string subscription) => DoAsync(() => _subscriptions.End(_world.Find("subscription", subscription)));

    /// <summary>By hand, in Stripe's own pages: what they subscribed to ends with them.</summary>
    public Task DeleteCustomerAsync(string customer) => DoAsync(() =>
    {
        foreach (var subscription in _world.All("subscription").Where(s => s.Text("customer") == customer && s.Text("status") != "canceled").ToList()) _subscriptions.End(subscription);
        _customers.Delete(customer);
    });

    /// <summary>Periods end, cards are asked again, checkouts close: each at its moment.</summary>
    public Task AdvanceAsync(TimeSpan by) => DoAsync(() => _time.Advance(by));

    /// <summary>From then on it is the other world: events of real money to a site of test money, or the other way round.</summary>
    public void GoLive(bool live = true)
    {
        lock (_world.Gate) _world.IsLive = live;
    }

    private JsonObject Session(string id) => _world.Find("checkout.session", id);

    private Task<bool> DoAsync(Action work) => DoAsync(() =>
    {
        work();
        return true;
    });

    private async Task<T> DoAsync<T>(Func<T> work)
    {
        T done;
        lock (_world.Gate) done = work();
        await _webhooks.SettleAsync();
        return done;
    }
}
