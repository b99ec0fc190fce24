using System.Globalization;
using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>What subscriptions cost, period by period.</summary>
internal sealed class Invoices(World world, Intents intents, Customers customers, string address)
{
    /// <summary>Told when an invoice is paid, or its card has refused.</summary>
    public Action<JsonObject, bool>? Settled { get; set; }

    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["GET /v1/invoices"] = r => r.List("/v1/invoices", world.All("invoice").Where(i =>
            (r.Form.Text("customer") is not { } customer || i.Text("customer") == customer) && (r.Form.Text("subscription") is not { } subscription || SubscriptionOf(i) == subscription)));
        work["GET /v1/invoices/{}"] = r => world.Find("invoice", r.Id);
        work["POST /v1/invoices/{}/pay"] = r => PayByApi(world.Find("invoice", r.Id));
        work["GET /v1/invoice_payments"] = r => r.List("/v1/invoice_payments", world.All("invoice_payment").Where(p => r.Form.Text("invoice") is not { } invoice || p.Text("invoice") == invoice));
    }

    public static string? SubscriptionOf(JsonObject invoice) => invoice.Inner("parent")?.Inner("subscription_details")?.Text("subscription");

    /// <summary>One line for a price's whole period, or for what is unused of it.</summary>
    public JsonObject Line(JsonObject item, JsonObject price, long amount, long from, long until, bool proration) => Json.Of(new
    {
        id = world.NewId("il"),
        @object = "line_item",
        amount,
        currency = price.Text("currency"),
        description = proration ? "Unused time" : "Subscription",
        metadata = new { },
        period = new { start = from, end = until },
        parent = new
        {
            type = "subscription_item_details",
            subscription_item_details = new { proration, subscription = item.Text("subscription"), subscription_item = item.Id() },
        },
        pricing = new { type = "price_details", price_details = new { price = price.Id(), product = price.Text("product") }, unit_amount_decimal = price.Whole("unit_amount").ToString(CultureInfo.InvariantCulture) },
        quantity = 1,
    });

    public JsonObject Shape(JsonObject subscription, string reason, IReadOnlyList<JsonObject> lines, long off)
    {
        var subtotal = lines.Sum(l => l.Whole("amount"));
        var total = subtotal - Math.Min(off, Math.Max(0, subtotal));
        var balance = customers.Living(subscription.Text("customer")!).Whole("balance");
        return Json.Of(new
        {
            id = world.NewId("in"),
            @object = "invoice",
            customer = subscription.Text("customer"),
            status = "draft",
            billing_reason = reason,
            collection_method = "charge_automatically",
            currency = subscription.Text("currency"),
            subtotal,
            total,
            starting_balance = balance,
            amount_due = Math.Max(0, total + balance),
            amount_paid = 0,
            amount_remaining = Math.Max(0, total + balance),
            attempt_count = 0,
            next_payment_attempt = (long?)null,
            number = (string?)null,
            hosted_invoice_url = (string?)null,
            period_start = world.Now,
            period_end = world.Now,
            lines = new { @object = "list", has_more = false, data = lines },
            parent = new { type = "subscription_details", subscription_details = new { subscription = subscription.Id(), metadata = subscription.Copy("metadata") } },
            status_transitions = new { finalized_at = (long?)null, paid_at = (long?)null },
            metadata = new { },
        });
    }

    public JsonObject Finalise(JsonObject draft)
    {
        var invoice = world.Keep(draft);
        world.Announce("invoice.created", invoice);
        var customer = customers.Living(invoice.Text("customer")!);
        customer["balance"] = Math.Min(0, invoice.Whole("total") + invoice.Whole("starting_balance"));
        invoice.Set(
            ("status", "open"), ("number", $"TEST-{world.All("invoice").Count():0000}"), ("hosted_invoice_url", $"{address}/i/{invoice.Id()}"),
            ("status_transitions", new { finalized_at = world.Now, paid_at = (long?)null }));
        world.Announce("invoice.finalized", invoice);

        if (invoice.Whole("amount_due") > 0)
        {
            var intent = intents.Begin(invoice.Whole("amount_due"), invoice.Text("currency")!, invoice.Text("customer"), "Subscription", []);
            world.Add(new
            {
                id = world.NewId("inpay"),
                @object = "invoice_payment",
                invoice = invoice.Id(),
                status = "open",
                currency = invoice.Text("currency"),
                amount_requested = invoice.Whole("amount_due"),
                is_default = true,
                payment = new { type = "payment_intent", payment_intent = intent.Id() },
            });
        }

        return invoice;
    }

    /// <summary>Whether it is paid now.</summary>
    public bool Pay(JsonObject invoice, JsonObject? method, bool offSession)
    {
        var payment = world.All("invoice_payment").SingleOrDefault(p => p.Text("invoice") == invoice.Id());
        if (payment is not null && !Ask(world.Find("payment_intent", payment.Inner("payment")!.Text("payment_intent")!), method, offSession))
        {
            invoice.Set(("attempt_count", invoice.Whole("attempt_count") + 1), ("next_payment_attempt", world.Now + (3 * 86_400)));
            world.Announce("invoice.payment_failed", invoice);
            Settled?.Invoke(invoice, false);
            return false;
        }

        payment?.Set(("status", "paid"), ("amount_paid", payment.Whole("amount_requested")));
        invoice.Set(
            ("status", "paid"), ("amount_paid", invoice.Whole("amount_due")), ("amount_remaining", 0), ("next_payment_attempt", null),
            ("status_transitions", new { finalized_at = invoice.Inner("status_transitions")!.Whole("finalized_at"), paid_at = world.Now }));
        Settled?.Invoke(invoice, true);
        world.Announce("invoice.paid", invoice);
        return true;
    }

    public void Void(JsonObject invoice)
    {
        invoice.Set(("status", "void"), ("next_payment_attempt", null));
        world.Announce("invoice.voided", invoice);
    }

    private bool Ask(JsonObject intent, JsonObject? method, bool offSession)
    {
        if (method is null) return false;
        intents.Attempt(intent, method, offSession);
        return intent.Text("status") == "succeeded";
    }

    private JsonObject PayByApi(JsonObject invoice)
    {
        if (invoice.Text("status") == "paid") throw ApiRefusedException.Invalid("Invoice is already paid");
        if (invoice.Text("status") != "open") throw ApiRefusedException.Invalid($"This invoice is {invoice.Text("status")}.");
        if (Pay(invoice, customers.CardOf(invoice.Text("customer")!), offSession: true)) return invoice;
        throw new ApiRefusedException(402, "card_error", "Your card was declined.", "card_declined") { DeclineCode = "generic_decline" };
    }
}
