using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Wire;

/// <summary>What a status, or an error in the middle of a stream, means. Of the body only codes are repeated, for the rest may quote what people wrote.</summary>
internal static class RefusedAnswer
{
    private const int LongestCode = 60;
    private static readonly string[] CodeNames = ["code", "type", "status"];

    public static ChatProviderException Of(HttpResponseMessage response, byte[] body)
    {
        var (status, codes) = ((int)response.StatusCode, CodesIn(body));
        var fault = status switch
        {
            // One provider calls a wrong key a wrong request.
            400 when Encoding.UTF8.GetString(body).Contains("API_KEY_INVALID", StringComparison.Ordinal) => ProviderFault.KeyRefused,
            401 or 402 or 403 => ProviderFault.KeyRefused,
            429 when codes.Contains("insufficient_quota", StringComparer.Ordinal) => ProviderFault.KeyRefused,
            _ => OfStatus(status),
        };
        return new ChatProviderException(fault, $"Answered {status}{string.Concat(codes.Select(c => " " + c))}.", RetryAfter(response.Headers));
    }

    /// <summary>An error that came instead of an answer's next piece.</summary>
    public static ChatProviderException Of(JsonElement error)
    {
        var codes = CodesOf(error);
        var fault = codes.Select(OfCode).FirstOrDefault(f => f is not null) ?? ProviderFault.Down;
        return new ChatProviderException(fault, $"Broke off with an error{string.Concat(codes.Select(c => " " + c))}.");
    }

    private static ProviderFault OfStatus(int status) => status switch
    {
        401 or 402 or 403 => ProviderFault.KeyRefused,
        408 or 504 => ProviderFault.TimedOut,
        429 => ProviderFault.TooMany,
        >= 300 and < 400 => ProviderFault.Garbled,
        >= 500 => ProviderFault.Down,
        _ => ProviderFault.Refused,
    };

    private static ProviderFault? OfCode(string code) => code switch
    {
        "authentication_error" or "permission_error" or "billing_error" or "insufficient_quota" or "invalid_api_key" => ProviderFault.KeyRefused,
        "rate_limit_error" or "rate_limit_exceeded" => ProviderFault.TooMany,
        "overloaded_error" or "api_error" or "server_error" => ProviderFault.Down,
        "timeout_error" => ProviderFault.TimedOut,
        "invalid_request_error" or "not_found_error" or "request_too_large" or "context_length_exceeded" => ProviderFault.Refused,
        _ => int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 ? OfStatus(status) : null,
    };

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when headers.Date is { } now && date > now => date - now,
        _ => null,
    };

    private static IReadOnlyList<string> CodesIn(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0 ? list[0] : document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) ? CodesOf(error) : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> CodesOf(JsonElement error) =>
        error.ValueKind != JsonValueKind.Object ? [] : [.. CodeNames.Select(name => CodeOf(error, name)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? CodeOf(JsonElement error, string name)
    {
        if (!error.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
        return text.Length is > 0 and <= LongestCode && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? text : null;
    }
}
