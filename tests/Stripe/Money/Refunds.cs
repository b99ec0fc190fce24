using System.Text.Json.Nodes;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe.Money;

/// <summary>Money that goes back: by our wish, or by a bank's.</summary>
internal sealed class Refunds(World world)
{
    public void Serve(Dictionary<string, Func<ApiRequest, JsonNode>> work)
    {
        work["POST /v1/refunds"] = Create;
        work["GET /v1/refunds"] = r => r.List("/v1/refunds", world.All("refund").Where(f => r.Form.Text("payment_intent") is not { } intent || f.Text("payment_intent") == intent));
        work["GET /v1/refunds/{}"] = r => world.Find("refund", r.Id);
        work["GET /v1/disputes"] = r => r.List("/v1/disputes", world.All("dispute").Where(d => r.Form.Text("payment_intent") is not { } intent || d.Text("payment_intent") == intent));
        work["GET /v1/disputes/{}"] = r => world.Find("dispute", r.Id);
    }

    public JsonObject Refund(JsonObject charge, long? amount, string? reason, JsonObject metadata)
    {
        var left = charge.Whole("amount") - charge.Whole("amount_refunded");
        var back = amount ?? left;
        if (charge.Flag("refunded")) throw ApiRefusedException.Invalid($"Charge {charge.Id()} has already been refunded.", "charge_already_refunded");
        if (back <= 0) throw ApiRefusedException.Invalid("Invalid positive integer", "parameter_invalid_integer", "amount");
        if (back > left) throw ApiRefusedException.Invalid($"Refund amount ({back}) is greater than unrefunded amount on charge ({left})", param: "amount");

        var refund = world.Add(new
        {
            id = world.NewId("re"),
            @object = "refund",
            amount = back,
            charge = charge.Id(),
            currency = charge.Text("currency"),
            payment_intent = charge.Text("payment_intent"),
            reason,
            status = "succeeded",
            metadata,
        });
        charge.Set(("amount_refunded", charge.Whole("amount_refunded") + back), ("refunded", back == left));
        world.Announce("refund.created", refund);
        world.Announce("charge.refunded", charge);
        return refund;
    }

    public JsonObject OpenDispute(JsonObject charge)
    {
        charge["disputed"] = true;
        var dispute = world.Add(new
        {
            id = world.NewId("dp"),
            @object = "dispute",
            amount = charge.Whole("amount"),
            charge = charge.Id(),
            currency = charge.Text("currency"),
            payment_intent = charge.Text("payment_intent"),
            reason = "fraudulent",
            status = "needs_response",
            metadata = new { },
        });
        world.Announce("charge.dispute.created", dispute);
        return dispute;
    }

    public void MoveDispute(JsonObject dispute, string status)
    {
        dispute["status"] = status;
        world.Announce(status is "won" or "lost" ? "charge.dispute.closed" : "charge.dispute.updated", dispute);
    }

    public JsonObject ChargeOf(string intent) =>
        world.TryFind(world.Find("payment_intent", intent, "payment_intent").Text("latest_charge")) is { } charge && charge.Flag("paid")
            ? charge
            : throw ApiRefusedException.Invalid($"This PaymentIntent ({intent}) does not have a successful charge to refund.");

    private JsonObject Create(ApiRequest request)
    {
        if (request.Form.ContainsKey("charge") == request.Form.ContainsKey("payment_intent")) throw ApiRefusedException.Invalid("One of the following params should be provided for this request: payment_intent or charge.");

        var charge = request.Form.Text("charge") is { } id ? world.Find("charge", id, "charge") : ChargeOf(request.Text("payment_intent"));
        return Refund(charge, (long?)request.Form["amount"], request.Form.Text("reason"), request.Form.Copy("metadata"));
    }
}
