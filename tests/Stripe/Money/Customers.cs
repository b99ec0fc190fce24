using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>Who pays, and the cards that are kept for them.</summary>
internal sealed class Customers(World world)
{
    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/customers"] = Create;
        work["GET /v1/customers"] = r => r.List("/v1/customers", world.All("customer").Where(c => r.Form.Text("email") is not { } email || c.Text("email") == email));
        work["GET /v1/customers/{}"] = r => world.Find("customer", r.Id);
        work["POST /v1/customers/{}"] = Update;
        work["DELETE /v1/customers/{}"] = r => Delete(r.Id);
        work["GET /v1/customers/{}/payment_methods"] = r => r.List($"/v1/customers/{r.Id}/payment_methods", Methods(Living(r.Id).Id()).Where(m => r.Form.Text("type") is not { } type || m.Text("type") == type));
        work["GET /v1/customers/{}/payment_methods/{}"] = r => Of(r.Ids[1], Living(r.Id).Id());
        work["GET /v1/payment_methods/{}"] = r => world.Find("payment_method", r.Id);
        work["POST /v1/payment_methods/{}/detach"] = Detach;
    }

    public JsonObject Living(string id, string param = "customer") =>
        world.Find("customer", id, param) is { } found && !found.Flag("deleted") ? found : throw ApiRefusedException.NoSuch("customer", id, param);

    /// <summary>A card that is used now, and kept for its customer where there is one to keep it for.</summary>
    public JsonObject NewCard(CardMood mood, string? customer, string brand = "visa", string last4 = "4242")
    {
        var card = world.Add(new
        {
            id = world.NewId("pm"),
            @object = "payment_method",
            type = "card",
            card = new { brand, last4, exp_month = 12, exp_year = 2034, fingerprint = $"{brand}{last4}", funding = "credit", country = "US" },
            billing_details = new { email = (string?)null, name = (string?)null, phone = (string?)null },
            customer = (string?)null,
            metadata = new { },
        });
        world.Cards[card.Id()] = mood;
        if (customer is not null) Attach(card, customer);
        return card;
    }

    /// <summary>A wallet or a bank, which is never kept.</summary>
    public JsonObject NewMethod(string type) =>
        world.Add(new { id = world.NewId("pm"), @object = "payment_method", type, customer = (string?)null, metadata = new { } });

    public void Attach(JsonObject method, string customer)
    {
        method["customer"] = customer;
        world.Announce("payment_method.attached", method);
    }

    public JsonObject? CardOf(string customer) => Methods(customer).LastOrDefault(m => m.Text("type") == "card");

    private IEnumerable<JsonObject> Methods(string customer) => world.All("payment_method").Where(m => m.Text("customer") == customer);

    private JsonObject Of(string method, string customer) =>
        world.Find("payment_method", method) is { } found && found.Text("customer") == customer ? found : throw ApiRefusedException.NoSuch("PaymentMethod", method);

    private JsonObject Create(ApiRequest request)
    {
        if (request.Form.Text("email") is { } email && !email.Contains('@', StringComparison.Ordinal)) throw ApiRefusedException.Invalid($"Invalid email address: {email}", "email_invalid", "email");

        var made = world.Add(new
        {
            id = world.NewId("cus"),
            @object = "customer",
            email = request.Form.Text("email"),
            name = request.Form.Text("name"),
            preferred_locales = request.Form["preferred_locales"] ?? new JsonArray(),
            balance = 0,
            invoice_settings = new { default_payment_method = (string?)null },
            metadata = request.Form.Copy("metadata"),
        });
        world.Announce("customer.created", made);
        return made;
    }

    private JsonObject Update(ApiRequest request)
    {
        var customer = Living(request.Id);
        foreach (var (name, value) in request.Form.Where(f => f.Key != "expand").ToList()) customer.Set((name, value));
        world.Announce("customer.updated", customer);
        return customer;
    }

    /// <summary>Their subscriptions are ended by whoever knows them.</summary>
    public JsonObject Delete(string id)
    {
        var customer = Living(id, "id");
        customer["deleted"] = true;
        world.Announce("customer.deleted", customer);
        return Json.Of(new { id = customer.Id(), @object = "customer", deleted = true });
    }

    private JsonObject Detach(ApiRequest request)
    {
        var method = world.Find("payment_method", request.Id);
        if (method.Text("customer") is null) throw ApiRefusedException.Invalid("The payment method you provided is not attached to a customer so detachment is impossible.");

        method["customer"] = null;
        world.Announce("payment_method.detached", method);
        return method;
    }
}
