using System.Text.Json.Nodes;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>What people do on Checkout's page.</summary>
internal sealed class Checkouts(World world, Customers customers, Intents intents, Sessions sessions, Subscriptions subscriptions)
{
    private readonly Dictionary<string, string> _waiting = new(StringComparer.Ordinal);

    /// <summary>Whether it is complete now.</summary>
    public bool Pay(JsonObject session, CardMood mood, string type = "card")
    {
        Demand(session, "open");
        var terms = sessions.Terms[session.Id()];
        var method = type == "card" ? customers.NewCard(mood, null, last4: mood == CardMood.Works ? "4242" : mood == CardMood.WantsOwner ? "3184" : "0002") : customers.NewMethod(type);
        return session.Text("mode") switch
        {
            "setup" => Save(session, method, terms),
            "subscription" => Subscribe(session, method, terms),
            _ when session.Whole("amount_total") == 0 => Complete(session, "no_payment_required"),
            _ => PayOnce(session, method, terms),
        };
    }

    /// <summary>Somebody has said to their bank that it was them, or that it was not.</summary>
    public bool Authenticate(JsonObject session, bool confirmed)
    {
        Demand(session, "open");
        var intent = world.Find("payment_intent", session.Text("payment_intent")!);
        var method = world.Find("payment_method", intent.Text("payment_method")!);
        if (confirmed) intents.Succeed(intent);
        else intents.Decline(intent, method, "payment_intent_authentication_failure", "authentication_required");
        return confirmed && Complete(session, "paid");
    }

    /// <summary>Paid in a way of which the bank tells days later.</summary>
    public void PayLater(JsonObject session)
    {
        Demand(session, "open");
        var intent = IntentOf(session, sessions.Terms[session.Id()]);
        var method = customers.NewMethod("customer_balance");
        intents.Wait(intent, method);
        _waiting[session.Id()] = method.Id();
        Complete(session, "unpaid");
    }

    public void Arrive(JsonObject session, bool paid)
    {
        var intent = world.Find("payment_intent", session.Text("payment_intent")!);
        if (!_waiting.Remove(session.Id(), out var method)) throw new InvalidOperationException("Nothing is on its way for this checkout.");

        if (paid) intents.Succeed(intent);
        else intents.Decline(intent, world.Find("payment_method", method), "payment_intent_payment_attempt_failed", "generic_decline");
        if (paid) session["payment_status"] = "paid";
        world.Announce(paid ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed", session);
    }

    private static void Demand(JsonObject session, string status)
    {
        if (session.Text("status") != status) throw new InvalidOperationException($"The checkout is {session.Text("status")}.");
    }

    private JsonObject IntentOf(JsonObject session, SessionTerms terms)
    {
        if (world.TryFind(session.Text("payment_intent")) is { } begun) return begun;

        var data = terms.Form.Inner("payment_intent_data") ?? [];
        var intent = intents.Begin(session.Whole("amount_total"), session.Text("currency")!, session.Text("customer"), data.Text("description"), data.Copy("metadata"));
        session["payment_intent"] = intent.Id();
        return intent;
    }

    private bool PayOnce(JsonObject session, JsonObject method, SessionTerms terms)
    {
        var intent = IntentOf(session, terms);
        var keeps = method.Text("type") == "card" ? terms.Form.Inner("payment_method_options")?.Inner("card")?.Text("setup_future_usage") : null;
        intent["setup_future_usage"] = keeps ?? terms.Form.Inner("payment_intent_data")?.Text("setup_future_usage");
        intents.Attempt(intent, method, offSession: false);
        return intent.Text("status") == "succeeded" && Complete(session, "paid");
    }

    private bool Subscribe(JsonObject session, JsonObject method, SessionTerms terms)
    {
        if (world.Cards.GetValueOrDefault(method.Id()) is CardMood.Declines or CardMood.HasNoMoney)
        {
            var tried = intents.Begin(session.Whole("amount_total"), session.Text("currency")!, session.Text("customer"), null, []);
            intents.Attempt(tried, method, offSession: false);
            return false;
        }

        var customer = session.Text("customer")!;
        world.Cards[method.Id()] = CardMood.Works;
        customers.Attach(method, customer);
        var price = terms.Prices.First(p => p.Inner("recurring") is not null);
        var subscription = subscriptions.Begin(customer, price, terms.Form.Inner("subscription_data")?.Copy("metadata") ?? [], method, terms.Off);
        session.Set(("subscription", subscription.Id()), ("invoice", subscription.Text("latest_invoice")));
        return Complete(session, "paid");
    }

    private bool Save(JsonObject session, JsonObject method, SessionTerms terms)
    {
        if (world.Cards.GetValueOrDefault(method.Id()) == CardMood.Declines) return false;

        world.Cards[method.Id()] = CardMood.Works;
        if (session.Text("customer") is { } customer) customers.Attach(method, customer);
        var setup = world.Add(new
        {
            id = world.NewId("seti"),
            @object = "setup_intent",
            customer = session.Text("customer"),
            payment_method = method.Id(),
            status = "succeeded",
            usage = "off_session",
            metadata = terms.Form.Inner("setup_intent_data")?.Copy("metadata") ?? [],
        });
        session["setup_intent"] = setup.Id();
        world.Announce("setup_intent.succeeded", setup);
        return Complete(session, "no_payment_required");
    }

    private bool Complete(JsonObject session, string payment)
    {
        session.Set(("status", "complete"), ("payment_status", payment), ("url", null));
        world.Announce("checkout.session.completed", session);
        return true;
    }
}
