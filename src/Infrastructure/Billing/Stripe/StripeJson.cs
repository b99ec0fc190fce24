using System.Text.Json;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>Short words for what is read from Stripe's answers; what must be there and is not is an answer that cannot be read.</summary>
internal static class StripeJson
{
    /// <summary>Null where a step leads nowhere, or to null.</summary>
    public static JsonElement? At(this JsonElement from, params ReadOnlySpan<string> steps)
    {
        foreach (var step in steps)
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(step, out from)) return null;
        }

        return from.ValueKind == JsonValueKind.Null ? null : from;
    }

    public static string? Text(this JsonElement from, params ReadOnlySpan<string> steps) =>
        from.At(steps) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static string Need(this JsonElement from, params ReadOnlySpan<string> steps) => from.Text(steps) ?? throw Unreadable(string.Join('.', steps!));

    public static long? Whole(this JsonElement from, params ReadOnlySpan<string> steps) =>
        from.At(steps) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var whole) ? whole : null;

    public static bool Flag(this JsonElement from, string name) => from.At(name) is { ValueKind: JsonValueKind.True };

    public static bool IsLive(this JsonElement from) => from.Flag("livemode");

    public static DateTime? Time(this JsonElement from, params ReadOnlySpan<string> steps) =>
        from.Whole(steps) is { } seconds and >= 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : null;

    public static DateTime NeedTime(this JsonElement from, params ReadOnlySpan<string> steps) => from.Time(steps) ?? throw Unreadable(string.Join('.', steps!));

    /// <summary>Of something that is told as its id, or whole where that was asked for.</summary>
    public static string? IdAt(this JsonElement from, string name) => from.Text(name) ?? from.Text(name, "id");

    public static IEnumerable<JsonElement> Items(this JsonElement from, params ReadOnlySpan<string> steps) => from.At(steps) switch
    {
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } list when list.At("data") is { ValueKind: JsonValueKind.Array } array => array.EnumerateArray(),
        _ => [],
    };

    public static Money Money(this JsonElement from, string name) => from.MoneyOrNull(name) ?? throw Unreadable(name);

    public static Money? MoneyOrNull(this JsonElement from, string name) =>
        from.Whole(name) is { } minor && from.Text("currency") is { } code ? new Money(minor, Currency.Find(code) ?? throw Unreadable($"currency {code}")) : null;

    public static Guid? OrderId(this JsonElement from) => Guid.TryParse(from.Text("metadata", StripeForm.OrderKey), out var id) ? id : null;

    public static PaymentGatewayException Unreadable(string what) => new(GatewayFault.Unanswered, $"Stripe's answer cannot be read: {what}.");
}
