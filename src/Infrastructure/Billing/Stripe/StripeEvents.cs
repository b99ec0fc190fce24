using System.Text.Json;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Reads announcements, as webhooks bring them and as they are listed.</summary>
public static class StripeEvents
{
    /// <summary>Those that we act on: the ones to tick where the webhook is set up.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "checkout.session.completed", "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed", "checkout.session.expired",
        "payment_intent.succeeded", "payment_intent.payment_failed",
        "charge.refunded", "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
        "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted",
        "invoice.paid", "invoice.payment_failed", "invoice.finalized",
        "setup_intent.succeeded", "customer.deleted",
    ];

    /// <summary>Null where the body is no event.</summary>
    public static GatewayEvent? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static GatewayEvent? Read(JsonElement said) =>
        said.Text("object") == "event" && said.Text("id") is { Length: > 0 } id && said.Text("type") is { Length: > 0 } type
        && said.At("data", "object") is { ValueKind: JsonValueKind.Object } about && IdOf(about) is { Length: > 0 } objectId
        && said.Time("created") is { } at && said.At("livemode") is { ValueKind: JsonValueKind.True or JsonValueKind.False } live
            ? new GatewayEvent(id, type, objectId, at, live.GetBoolean())
            : null;

    // What became of a charge or a dispute is asked by its payment.
    private static string? IdOf(JsonElement about) =>
        about.Text("object") is "charge" or "dispute" && about.IdAt("payment_intent") is { } payment ? payment : about.Text("id");
}
