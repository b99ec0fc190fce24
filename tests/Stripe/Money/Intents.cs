using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>Payments, from their beginning to the charge that moves the money.</summary>
internal sealed class Intents(World world, Customers customers)
{
    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/payment_intents"] = Create;
        work["GET /v1/payment_intents"] = r => r.List("/v1/payment_intents", world.All("payment_intent").Where(i => r.Form.Text("customer") is not { } customer || i.Text("customer") == customer));
        work["GET /v1/payment_intents/{}"] = r => world.Find("payment_intent", r.Id);
        work["POST /v1/payment_intents/{}/confirm"] = Confirm;
        work["POST /v1/payment_intents/{}/cancel"] = r => Cancel(world.Find("payment_intent", r.Id), r.Form.Text("cancellation_reason"));
        work["GET /v1/charges"] = r => r.List("/v1/charges", world.All("charge").Where(c => r.Form.Text("payment_intent") is not { } intent || c.Text("payment_intent") == intent));
        work["GET /v1/charges/{}"] = r => world.Find("charge", r.Id);
    }

    public JsonObject Begin(long amount, string currency, string? customer, string? description, JsonObject metadata)
    {
        if (amount <= 0) throw ApiRefusedException.Invalid("Invalid positive integer", "parameter_invalid_integer", "amount");
        if (currency == "usd" && amount < 50) throw ApiRefusedException.Invalid("Amount must be at least $0.50 usd", "amount_too_small", "amount");

        var intent = world.Add(new
        {
            id = world.NewId("pi"),
            @object = "payment_intent",
            amount,
            amount_received = 0,
            currency,
            customer,
            description,
            status = "requires_payment_method",
            capture_method = "automatic_async",
            confirmation_method = "automatic",
            payment_method = (string?)null,
            payment_method_types = new[] { "card" },
            setup_future_usage = (string?)null,
            latest_charge = (string?)null,
            last_payment_error = (object?)null,
            canceled_at = (long?)null,
            next_action = (object?)null,
            metadata,
        });
        world.Announce("payment_intent.created", intent);
        return intent;
    }

    /// <summary>Asks the card. Its refusal is thrown where it is asked by the API, and stands on the payment in any case.</summary>
    public void Attempt(JsonObject intent, JsonObject method, bool offSession)
    {
        intent["payment_method"] = method.Id();
        switch (world.Cards.GetValueOrDefault(method.Id()))
        {
            case CardMood.Works: Succeed(intent); break;
            case CardMood.Declines: Decline(intent, method, "card_declined", "generic_decline"); break;
            case CardMood.HasNoMoney: Decline(intent, method, "card_declined", "insufficient_funds"); break;
            case CardMood.WantsOwner when offSession: Decline(intent, method, "authentication_required", "authentication_required"); break;
            default:
                intent.Set(("status", "requires_action"), ("next_action", new { type = "redirect_to_url" }));
                world.Announce("payment_intent.requires_action", intent);
                break;
        }
    }

    public void Succeed(JsonObject intent)
    {
        var charge = Charge(intent, "succeeded", null);
        intent.Set(("status", "succeeded"), ("amount_received", intent.Whole("amount")), ("latest_charge", charge.Id()), ("next_action", null), ("last_payment_error", null));
        world.Announce("charge.succeeded", charge);
        world.Announce("payment_intent.succeeded", intent);

        var method = world.Find("payment_method", intent.Text("payment_method")!);
        if (intent.Text("setup_future_usage") is not null && intent.Text("customer") is { } customer && method.Text("customer") is null) customers.Attach(method, customer);
    }

    /// <summary>The bank will say later.</summary>
    public void Wait(JsonObject intent, JsonObject method)
    {
        intent.Set(("payment_method", method.Id()), ("status", "processing"));
        world.Announce("payment_intent.processing", intent);
    }

    public void Decline(JsonObject intent, JsonObject method, string code, string decline)
    {
        var charge = Charge(intent, "failed", code);
        intent.Set(
            ("status", "requires_payment_method"), ("payment_method", null), ("next_action", null), ("latest_charge", charge.Id()),
            ("last_payment_error", Json.Of(new { type = "card_error", code, decline_code = decline, message = "Your card was declined.", payment_method = method.DeepClone() })));
        world.Announce("charge.failed", charge);
        world.Announce("payment_intent.payment_failed", intent);
    }

    public JsonObject Cancel(JsonObject intent, string? reason)
    {
        if (intent.Text("status") is "succeeded" or "canceled" or "processing")
            throw ApiRefusedException.Invalid($"You cannot cancel this PaymentIntent because it has a status of {intent.Text("status")}.", "payment_intent_unexpected_state");

        intent.Set(("status", "canceled"), ("canceled_at", world.Now), ("cancellation_reason", reason));
        world.Announce("payment_intent.canceled", intent);
        return intent;
    }

    private JsonObject Create(ApiRequest request)
    {
        var form = request.Form;
        var automatic = form.Inner("automatic_payment_methods");
        if (automatic is not null && form.ContainsKey("payment_method_types")) throw ApiRefusedException.Invalid("You may only specify one of payment_method_types and automatic_payment_methods.");
        if (automatic is not null && automatic["enabled"] is null) throw ApiRefusedException.Missing("automatic_payment_methods[enabled]");
        if (form.Flag("off_session") && !form.Flag("confirm")) throw ApiRefusedException.Invalid("off_session can only be used with confirm=true.", param: "off_session");

        var customer = form.Text("customer") is { } id ? customers.Living(id).Id() : null;
        var method = form.Text("payment_method") is { } card ? world.Find("payment_method", card, "payment_method") : null;
        if (method is not null && method.Text("customer") != customer) throw ApiRefusedException.Invalid("The customer does not have a payment method with this ID.", "resource_missing", "payment_method");

        var intent = Begin(request.Whole("amount"), request.Text("currency"), customer, form.Text("description"), form.Copy("metadata"));
        intent["setup_future_usage"] = form.Text("setup_future_usage");
        return form.Flag("confirm") ? Confirmed(intent, method ?? throw ApiRefusedException.Missing("payment_method"), form) : intent;
    }

    private JsonObject Confirm(ApiRequest request)
    {
        var intent = world.Find("payment_intent", request.Id);
        if (intent.Text("status") is not ("requires_payment_method" or "requires_confirmation" or "requires_action"))
            throw ApiRefusedException.Invalid($"This PaymentIntent's status is {intent.Text("status")}.", "payment_intent_unexpected_state");
        return Confirmed(intent, world.Find("payment_method", request.Text("payment_method"), "payment_method"), request.Form);
    }

    private JsonObject Confirmed(JsonObject intent, JsonObject method, JsonObject form)
    {
        var needsReturn = !form.Flag("off_session") && form.Inner("automatic_payment_methods")?.Text("allow_redirects") != "never" && form.Text("return_url") is null && !form.ContainsKey("payment_method_types");
        if (needsReturn) throw ApiRefusedException.Invalid("This PaymentIntent may redirect your customer: provide a return_url.", param: "return_url");

        Attempt(intent, method, form.Flag("off_session"));
        return intent.Inner("last_payment_error") is { } error ? throw ApiRefusedException.Card(intent, error.Text("code")!, error.Text("decline_code")!) : intent;
    }

    private JsonObject Charge(JsonObject intent, string status, string? failure)
    {
        var method = world.Find("payment_method", intent.Text("payment_method")!);
        var type = method.Text("type")!;
        return world.Add(new
        {
            id = world.NewId("ch"),
            @object = "charge",
            amount = intent.Whole("amount"),
            amount_refunded = 0,
            captured = status == "succeeded",
            paid = status == "succeeded",
            refunded = false,
            disputed = false,
            currency = intent.Text("currency"),
            customer = intent.Text("customer"),
            payment_intent = intent.Id(),
            payment_method = method.Id(),
            payment_method_details = new JsonObject { ["type"] = type, [type] = method.Inner("card")?.DeepClone() ?? new JsonObject() },
            status,
            failure_code = failure,
            metadata = intent.Copy("metadata"),
        });
    }
}
