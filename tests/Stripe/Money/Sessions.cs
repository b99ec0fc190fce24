using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>Checkout: pages of Stripe's own on which people pay once, begin a subscription, or save a card.</summary>
internal sealed class Sessions(World world, Customers customers, Catalogue catalogue, string address)
{
    private static readonly Dictionary<string, string> OnlyIn = new(StringComparer.Ordinal)
    {
        ["payment_intent_data"] = "payment", ["subscription_data"] = "subscription", ["setup_intent_data"] = "setup", ["submit_type"] = "payment", ["invoice_creation"] = "payment",
    };

    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/checkout/sessions"] = Create;
        work["GET /v1/checkout/sessions"] = r => r.List("/v1/checkout/sessions", world.All("checkout.session").Where(s =>
            (r.Form.Text("payment_intent") is not { } intent || s.Text("payment_intent") == intent) && (r.Form.Text("customer") is not { } customer || s.Text("customer") == customer)));
        work["GET /v1/checkout/sessions/{}"] = r => world.Find("checkout.session", r.Id);
        work["POST /v1/checkout/sessions/{}/expire"] = r => Expire(world.Find("checkout.session", r.Id));
        work["GET /v1/setup_intents/{}"] = r => world.Find("setup_intent", r.Id);
    }

    /// <summary>What was asked for when it was made, beside what is told of it.</summary>
    public Dictionary<string, SessionTerms> Terms { get; } = new(StringComparer.Ordinal);

    public JsonObject Expire(JsonObject session)
    {
        if (session.Text("status") != "open") throw ApiRefusedException.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {session.Text("status")}.");

        session.Set(("status", "expired"), ("url", null));
        world.Announce("checkout.session.expired", session);
        return session;
    }

    private JsonObject Create(ApiRequest request)
    {
        var form = request.Form;
        var mode = request.Text("mode");
        Check(form, mode);

        var customer = form.Text("customer") is { } id ? customers.Living(id).Id() : null;
        var prices = form.Items("line_items").Select((line, at) => (Price: catalogue.PriceOf(line, $"line_items[{at}]"), Count: (long?)line["quantity"] ?? throw ApiRefusedException.Missing($"line_items[{at}][quantity]"))).ToList();
        CheckPrices(prices.ConvertAll(p => p.Price), mode);

        var subtotal = prices.Sum(p => p.Price.Whole("unit_amount") * p.Count);
        var currency = prices.Count > 0 ? prices[0].Price.Text("currency") : form.Text("currency");
        var off = form.Items("discounts").Sum(d => Off(d, subtotal, currency!));
        if (mode == "payment" && currency == "usd" && subtotal - off is > 0 and < 50) throw ApiRefusedException.Invalid("The Checkout Session's total amount must be at least $0.50 usd.", "amount_too_small");

        var until = (long?)form["expires_at"] ?? world.Now + 86_400;
        if (until < world.Now + 1790 || until > world.Now + 86_410) throw ApiRefusedException.Invalid("The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.", param: "expires_at");

        var session = world.Add(new
        {
            id = world.NewId("cs"),
            @object = "checkout.session",
            mode,
            status = "open",
            payment_status = mode == "setup" || (mode == "payment" && subtotal == off) ? "no_payment_required" : "unpaid",
            customer,
            client_reference_id = form.Text("client_reference_id"),
            currency,
            amount_subtotal = mode == "setup" ? (long?)null : subtotal,
            amount_total = mode == "setup" ? (long?)null : subtotal - off,
            locale = form.Text("locale"),
            success_url = request.Text("success_url"),
            cancel_url = form.Text("cancel_url"),
            expires_at = until,
            payment_intent = (string?)null,
            setup_intent = (string?)null,
            subscription = (string?)null,
            invoice = (string?)null,
            payment_method_types = form["payment_method_types"]?.DeepClone() ?? new JsonArray("card", "alipay", "wechat_pay"),
            url = "",
            metadata = form.Copy("metadata"),
        });
        session["url"] = $"{address}/c/pay/{session.Id()}";
        Terms[session.Id()] = new SessionTerms(form.DeepClone().AsObject(), prices.ConvertAll(p => p.Price), off);
        return session;
    }

    private static void Check(JsonObject form, string mode)
    {
        foreach (var (name, only) in OnlyIn)
        {
            if (form.ContainsKey(name) && mode != only) throw ApiRefusedException.Invalid($"You can not pass `{name}` in `{mode}` mode.", param: name);
        }

        if (form.Text("success_url") is not { } success || !Uri.TryCreate(success, UriKind.Absolute, out _)) throw ApiRefusedException.Invalid("Not a valid URL", "url_invalid", "success_url");
        if (form.ContainsKey("customer") && form.ContainsKey("customer_email")) throw ApiRefusedException.Invalid("You may only specify one of these parameters: customer, customer_email.");
        if (form.ContainsKey("discounts") && form.ContainsKey("allow_promotion_codes")) throw ApiRefusedException.Invalid("You may only specify one of these parameters: allow_promotion_codes, discounts.");
        if (mode == "setup" && form.ContainsKey("line_items")) throw ApiRefusedException.Invalid("You can not pass `line_items` in `setup` mode.", param: "line_items");
        if (mode == "setup" && form.Text("currency") is null && form["payment_method_types"] is null) throw ApiRefusedException.Missing("currency");
        if (mode != "setup" && !form.Items("line_items").Any()) throw ApiRefusedException.Missing("line_items");
        if (mode == "subscription" && form.Inner("payment_method_options")?.Inner("card")?.ContainsKey("setup_future_usage") == true)
            throw ApiRefusedException.Invalid("You can not pass `payment_method_options[card][setup_future_usage]` in `subscription` mode.", param: "payment_method_options[card][setup_future_usage]");
    }

    private static void CheckPrices(List<JsonObject> prices, string mode)
    {
        if (mode == "payment" && prices.Exists(p => p.Inner("recurring") is not null)) throw ApiRefusedException.Invalid("You specified `payment` mode but passed a recurring price.", param: "line_items[0][price]");
        if (mode == "subscription" && !prices.Exists(p => p.Inner("recurring") is not null)) throw ApiRefusedException.Invalid("You must provide at least one recurring price in `subscription` mode.", param: "line_items[0][price]");
        if (prices.Select(p => p.Text("currency")).Distinct(StringComparer.Ordinal).Count() > 1) throw ApiRefusedException.Invalid("All prices of a Checkout Session must be in one currency.");
    }

    private long Off(JsonObject discount, long subtotal, string currency)
    {
        var coupon = world.Find("coupon", discount.Text("coupon") ?? throw ApiRefusedException.Missing("discounts[0][coupon]"), "discounts[0][coupon]");
        if (coupon["amount_off"] is null) return (long)(subtotal * ((decimal?)coupon["percent_off"] ?? 0) / 100);
        if (coupon.Text("currency") != currency) throw ApiRefusedException.Invalid("The coupon's currency differs from the line's.", param: "discounts[0][coupon]");
        return Math.Min(coupon.Whole("amount_off"), subtotal);
    }
}

/// <summary>What a checkout was made with.</summary>
internal sealed record SessionTerms(JsonObject Form, IReadOnlyList<JsonObject> Prices, long Off);
