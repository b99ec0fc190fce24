using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>Plans that go on until somebody ends them.</summary>
internal sealed class Subscriptions(World world, Customers customers, Invoices invoices)
{
    private static readonly string[] CanWait = ["expand", "items", "proration_behavior", "proration_date", "payment_behavior", "billing_cycle_anchor", "off_session", "add_invoice_items", "trial_end", "trial_from_plan"];

    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["GET /v1/subscriptions"] = r => r.List("/v1/subscriptions", world.All("subscription").Where(s =>
            (r.Form.Text("customer") is not { } customer || s.Text("customer") == customer) && (r.Form.Text("status") is "all" or null ? r.Form.Text("status") == "all" || s.Text("status") != "canceled" : s.Text("status") == r.Form.Text("status"))));
        work["GET /v1/subscriptions/{}"] = r => world.Find("subscription", r.Id);
        work["POST /v1/subscriptions/{}"] = r => Update(Living(r.Id), r.Form);
        work["DELETE /v1/subscriptions/{}"] = r => End(Living(r.Id));
        work["POST /v1/invoices/create_preview"] = Preview;
        invoices.Settled = Settle;
    }

    public static JsonObject ItemOf(JsonObject subscription) => subscription.Items("items").Single();

    public JsonObject Begin(string customer, JsonObject price, JsonObject metadata, JsonObject method, long off)
    {
        var id = world.NewId("sub");
        var until = Next(world.Now, price);
        var subscription = world.Add(new
        {
            id,
            @object = "subscription",
            customer,
            status = "incomplete",
            currency = price.Text("currency"),
            collection_method = "charge_automatically",
            start_date = world.Now,
            billing_cycle_anchor = world.Now,
            cancel_at = (long?)null,
            cancel_at_period_end = false,
            canceled_at = (long?)null,
            ended_at = (long?)null,
            default_payment_method = method.Id(),
            latest_invoice = (string?)null,
            pending_update = (object?)null,
            schedule = (string?)null,
            items = new { @object = "list", has_more = false, data = new[] { Json.Of(new { id = world.NewId("si"), @object = "subscription_item", subscription = id, quantity = 1, price = price.DeepClone(), current_period_start = world.Now, current_period_end = until }) } },
            metadata,
        });
        world.Announce("customer.subscription.created", subscription);
        Charge(subscription, "subscription_create", [WholePeriod(subscription)], method, offSession: false, off);
        return subscription;
    }

    /// <summary>Its period is over: it ends, or begins the next, by another price where one was planned.</summary>
    public void Renew(JsonObject subscription)
    {
        if (subscription.Flag("cancel_at_period_end"))
        {
            End(subscription);
            return;
        }

        var item = ItemOf(subscription);
        if (Schedules.Due(world, subscription) is { } planned) item["price"] = planned.DeepClone();
        Open(subscription, item.Whole("current_period_end"));
        Charge(subscription, "subscription_cycle", [WholePeriod(subscription)], MethodOf(subscription), offSession: true, off: 0);
        Tell(subscription);
    }

    public JsonObject End(JsonObject subscription)
    {
        Schedules.Release(world, subscription);
        subscription.Set(("status", "canceled"), ("canceled_at", world.Now), ("ended_at", world.Now), ("cancel_at_period_end", false), ("pending_update", null));
        world.Announce("customer.subscription.deleted", subscription);
        return subscription;
    }

    public JsonObject? MethodOf(JsonObject subscription) =>
        subscription.Text("default_payment_method") is { } id && world.TryFind(id) is { } method && method.Text("customer") is not null ? method : customers.CardOf(subscription.Text("customer")!);

    public void Tell(JsonObject subscription) => world.Announce("customer.subscription.updated", subscription);

    private JsonObject Living(string id) =>
        world.Find("subscription", id) is { } found && found.Text("status") is not ("canceled" or "incomplete_expired") ? found : throw ApiRefusedException.NoSuch("subscription", id);

    private JsonObject Update(JsonObject subscription, JsonObject form)
    {
        if (subscription.Text("schedule") is { } schedule && (form.ContainsKey("items") || form.ContainsKey("cancel_at_period_end") || form.ContainsKey("cancel_at")))
            throw ApiRefusedException.Invalid($"The subscription is managed by the subscription schedule `{schedule}`, and updating it directly is not allowed.");
        if (form.Text("payment_behavior") == "pending_if_incomplete" && form.FirstOrDefault(f => !CanWait.Contains(f.Key)).Key is { } other)
            throw ApiRefusedException.Invalid($"When payment_behavior is pending_if_incomplete, {other} cannot be changed.", param: other);

        foreach (var name in (string[])["cancel_at_period_end", "default_payment_method", "metadata"])
        {
            if (form[name] is { } value) subscription.Set((name, value));
        }

        if (form.ContainsKey("cancel_at_period_end"))
            subscription.Set(("cancel_at", form.Flag("cancel_at_period_end") ? ItemOf(subscription).Whole("current_period_end") : null), ("canceled_at", form.Flag("cancel_at_period_end") ? world.Now : null));
        if (form.Items("items").SingleOrDefault() is { } change) Change(subscription, PriceFor(subscription, change, "items[0]"), form);
        Tell(subscription);
        return subscription;
    }

    private void Change(JsonObject subscription, JsonObject price, JsonObject form)
    {
        if (form.Text("proration_behavior") != "always_invoice" || form.Text("billing_cycle_anchor") != "now") throw ApiRefusedException.Invalid("The tests' server knows plan changes only that begin a new period now and are invoiced at once.");

        var lines = ChangeLines(subscription, price);
        var before = (Price: ItemOf(subscription)["price"]!.DeepClone(), From: ItemOf(subscription).Whole("current_period_start"), Until: ItemOf(subscription).Whole("current_period_end"));
        Apply(subscription, price);
        if (Charge(subscription, "subscription_update", lines, MethodOf(subscription), offSession: form.Flag("off_session"), off: 0) || form.Text("payment_behavior") != "pending_if_incomplete") return;

        ItemOf(subscription).Set(("price", before.Price), ("current_period_start", before.From), ("current_period_end", before.Until));
        subscription.Set(("status", "active"), ("pending_update", new
        {
            expires_at = world.Now + (23 * 3600),
            billing_cycle_anchor = world.Now,
            subscription_items = new[] { Json.Of(new { id = ItemOf(subscription).Id(), @object = "subscription_item", quantity = 1, price }) },
        }));
    }

    private List<JsonObject> ChangeLines(JsonObject subscription, JsonObject price)
    {
        var item = ItemOf(subscription);
        var (from, until, old) = (item.Whole("current_period_start"), item.Whole("current_period_end"), item.Inner("price")!);
        var unused = decimal.Round((decimal)old.Whole("unit_amount") * (until - world.Now) / (until - from));
        return [invoices.Line(item, old, -(long)unused, world.Now, until, proration: true), invoices.Line(item, price, price.Whole("unit_amount"), world.Now, Next(world.Now, price), proration: false)];
    }

    private void Apply(JsonObject subscription, JsonObject price)
    {
        ItemOf(subscription)["price"] = price.DeepClone();
        Open(subscription, world.Now);
        subscription.Set(("billing_cycle_anchor", world.Now), ("pending_update", null));
    }

    private JsonObject PriceFor(JsonObject subscription, JsonObject change, string path)
    {
        if (change.Text("id") is not { } id || id != ItemOf(subscription).Id()) throw ApiRefusedException.NoSuch("subscription_item", change.Text("id") ?? "", $"{path}[id]");
        var price = world.Find("price", change.Text("price") ?? throw ApiRefusedException.Missing($"{path}[price]"), $"{path}[price]");
        if (price.Inner("recurring") is null) throw ApiRefusedException.Invalid("The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.", param: $"{path}[price]");
        return price.Text("currency") == subscription.Text("currency") ? price : throw ApiRefusedException.Invalid("The price's currency differs from the subscription's.", param: $"{path}[price]");
    }

    private JsonObject Preview(ApiRequest request)
    {
        var subscription = Living(request.Text("subscription"));
        var details = request.Inner("subscription_details");
        if (details.Text("proration_behavior") != "always_invoice" || details.Text("billing_cycle_anchor") != "now") throw ApiRefusedException.Invalid("The tests' server previews only changes that begin a new period now and are invoiced at once.");

        var price = PriceFor(subscription, details.Items("items").FirstOrDefault() ?? throw ApiRefusedException.Missing("subscription_details[items]"), "subscription_details[items][0]");
        return invoices.Shape(subscription, "upcoming", ChangeLines(subscription, price), off: 0);
    }

    private JsonObject WholePeriod(JsonObject subscription)
    {
        var item = ItemOf(subscription);
        return invoices.Line(item, item.Inner("price")!, item.Inner("price")!.Whole("unit_amount"), item.Whole("current_period_start"), item.Whole("current_period_end"), proration: false);
    }

    private bool Charge(JsonObject subscription, string reason, IReadOnlyList<JsonObject> lines, JsonObject? method, bool offSession, long off)
    {
        var invoice = invoices.Finalise(invoices.Shape(subscription, reason, lines, off));
        subscription["latest_invoice"] = invoice.Id();
        return invoices.Pay(invoice, method, offSession);
    }

    private void Settle(JsonObject invoice, bool paid)
    {
        var subscription = world.Find("subscription", Invoices.SubscriptionOf(invoice)!);
        if (subscription.Text("status") == "canceled") return;

        if (paid && subscription.Inner("pending_update") is { } pending && subscription.Text("latest_invoice") == invoice.Id()) Apply(subscription, pending.Items("subscription_items").Single().Inner("price")!);
        var first = invoice.Text("billing_reason") == "subscription_create";
        var before = subscription.Text("status");
        subscription["status"] = paid ? "active" : first ? "incomplete" : "past_due";
        if (before != subscription.Text("status")) Tell(subscription);
    }

    private static void Open(JsonObject subscription, long from)
    {
        var item = ItemOf(subscription);
        item.Set(("current_period_start", from), ("current_period_end", Next(from, item.Inner("price")!)));
    }

    private static long Next(long from, JsonObject price)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(from);
        return (price.Inner("recurring")!.Text("interval") == "year" ? at.AddYears(1) : at.AddMonths(1)).ToUnixTimeSeconds();
    }
}
