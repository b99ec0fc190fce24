using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>Products, their prices, and coupons.</summary>
internal sealed class Catalogue(World world)
{
    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/products"] = r => Product(r.Text("name"), r.Form.Copy("metadata"), r.Form.Text("id"));
        work["GET /v1/products/{}"] = r => world.Find("product", r.Id);
        work["POST /v1/prices"] = Create;
        work["GET /v1/prices"] = List;
        work["GET /v1/prices/{}"] = r => world.Find("price", r.Id);
        work["POST /v1/coupons"] = Coupon;
        work["GET /v1/coupons/{}"] = r => world.Find("coupon", r.Id);
    }

    /// <summary>The price that a line names, or one made for this line alone.</summary>
    public JsonObject PriceOf(JsonObject line, string path)
    {
        if (line.Text("price") is { } id) return line.ContainsKey("price_data") ? throw ApiRefusedException.Invalid($"{path} takes price or price_data, not both.") : world.Find("price", id, $"{path}[price]");
        if (line.Inner("price_data") is not { } data) throw ApiRefusedException.Missing($"{path}[price]");

        return Price(data, data.Text("product") ?? Product(
            data.Inner("product_data")?.Text("name") ?? throw ApiRefusedException.Missing($"{path}[price_data][product]"), data.Inner("product_data")!.Copy("metadata"), null).Id(), $"{path}[price_data]");
    }

    private JsonObject Product(string name, JsonObject metadata, string? id)
    {
        if (world.TryFind(id) is not null) throw ApiRefusedException.Invalid("Product already exists.", "resource_already_exists", "id");
        return world.Add(new { id = id ?? world.NewId("prod"), @object = "product", active = true, name, metadata });
    }

    private JsonObject Create(ApiRequest request)
    {
        if (request.Form.Text("lookup_key") is { } key && ByKey(key).FirstOrDefault() is { } taken)
            throw ApiRefusedException.Invalid($"A price (`{taken.Id()}`) already uses that lookup key.", "resource_already_exists", "lookup_key");

        var product = request.Form.Text("product") is { } id ? world.Find("product", id, "product").Id()
            : Product(request.Inner("product_data").Text("name") ?? throw ApiRefusedException.Missing("product_data[name]"), request.Inner("product_data").Copy("metadata"), null).Id();
        return Price(request.Form, product, "");
    }

    private JsonObject Price(JsonObject given, string product, string path)
    {
        string Param(string name) => path.Length == 0 ? name : $"{path}[{name}]";

        var currency = given.Text("currency") ?? throw ApiRefusedException.Missing(Param("currency"));
        if (currency.Length != 3 || currency.Any(c => c is < 'a' or > 'z')) throw ApiRefusedException.Invalid($"Invalid currency: {currency}", param: Param("currency"));

        var amount = (long?)given["unit_amount"] ?? throw ApiRefusedException.Missing(Param("unit_amount"));
        if (amount < 0) throw ApiRefusedException.Invalid("Invalid non-negative integer", "parameter_invalid_integer", Param("unit_amount"));

        var recurring = given.Inner("recurring");
        if (recurring is not null && recurring.Text("interval") is null) throw ApiRefusedException.Missing(Param("recurring[interval]"));
        return world.Add(new
        {
            id = world.NewId("price"),
            @object = "price",
            active = true,
            billing_scheme = "per_unit",
            currency,
            unit_amount = amount,
            product,
            type = recurring is null ? "one_time" : "recurring",
            recurring = recurring is null ? null : Json.Of(new { interval = recurring.Text("interval"), interval_count = 1, usage_type = "licensed" }),
            lookup_key = given.Text("lookup_key"),
            tax_behavior = given.Text("tax_behavior") ?? "unspecified",
            metadata = given.Copy("metadata"),
        });
    }

    private JsonObject List(ApiRequest request)
    {
        var keys = request.Form["lookup_keys"]?.AsArray().Select(k => (string)k!).ToList();
        var active = (bool?)request.Form["active"];
        return request.List("/v1/prices", world.All("price").Where(p => (keys is null || keys.Contains(p.Text("lookup_key") ?? "")) && (active is null || p.Flag("active") == active)));
    }

    private IEnumerable<JsonObject> ByKey(string key) => world.All("price").Where(p => p.Text("lookup_key") == key);

    private JsonObject Coupon(ApiRequest request)
    {
        var form = request.Form;
        if (form.ContainsKey("amount_off") == form.ContainsKey("percent_off")) throw ApiRefusedException.Invalid("A coupon takes amount_off or percent_off.");
        if (form.ContainsKey("amount_off") && form.Whole("amount_off") <= 0) throw ApiRefusedException.Invalid("Invalid positive integer", "parameter_invalid_integer", "amount_off");
        if (form.ContainsKey("amount_off") && form.Text("currency") is null) throw ApiRefusedException.Missing("currency");
        if (world.TryFind(form.Text("id")) is not null) throw ApiRefusedException.Invalid("Coupon already exists.", "resource_already_exists", "id");

        return world.Add(new
        {
            id = form.Text("id") ?? world.NewId("coupon"),
            @object = "coupon",
            amount_off = (long?)form["amount_off"],
            percent_off = (decimal?)form["percent_off"],
            currency = form.Text("currency"),
            duration = form.Text("duration") ?? "once",
            max_redemptions = (long?)form["max_redemptions"],
            name = form.Text("name"),
            times_redeemed = 0,
            valid = true,
            metadata = form.Copy("metadata"),
        });
    }
}
