using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>An attempt that brought no answer, or not the one that was asked for.</summary>
internal sealed record StripeFailure(GatewayFault Fault, string What, string? Code, bool MayTryAgain)
{
    /// <summary>How long Stripe wants to be left alone.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>The payment that a card refused.</summary>
    public string? PaymentId { get; init; }

    public Exception? Cause { get; init; }

    // Not reached at all: nothing was asked.
    public static StripeFailure Of(HttpRequestException e) => e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
        ? new(GatewayFault.Unavailable, "cannot be reached", null, MayTryAgain: true) { Cause = e }
        : new(GatewayFault.Unanswered, "broke off", null, MayTryAgain: true) { Cause = e };

    public static StripeFailure TooLate(Exception e) => new(GatewayFault.Unanswered, "gave no answer in time", null, MayTryAgain: true) { Cause = e };

    public static StripeFailure Garbled(Exception? e) => new(GatewayFault.Unanswered, "gave an answer that cannot be read", null, MayTryAgain: true) { Cause = e };

    /// <summary>By the status and Stripe's own words; its sentence is left out, for it may repeat what somebody typed.</summary>
    public static StripeFailure Of(HttpResponseMessage response, JsonElement? body)
    {
        var status = response.StatusCode;
        var error = body?.At("error");
        var (type, code) = (error?.Text("type"), error?.Text("code"));
        var fault = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => GatewayFault.KeyRefused,
            HttpStatusCode.TooManyRequests => GatewayFault.Unavailable,
            HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => GatewayFault.Unanswered,
            HttpStatusCode.NotFound => GatewayFault.NotFound,
            _ when code == "resource_missing" => GatewayFault.NotFound,
            _ when type == "idempotency_error" => GatewayFault.KeyReused,
            _ => GatewayFault.Refused,
        };
        var words = string.Join(' ', new[] { type, code, error?.Text("decline_code"), error?.Text("param"), Header(response.Headers, "Request-Id") }.OfType<string>());
        return new StripeFailure(fault, $"answered {(int)status} {words}".TrimEnd(), error?.Text("decline_code") ?? code, MayRetry(response, fault))
        {
            Pause = response.Headers.RetryAfter?.Delta,
            PaymentId = error?.At("payment_intent")?.Text("id"),
        };
    }

    public PaymentGatewayException Exception(string asked) => new(Fault, $"Stripe {What} when asked for {asked}.", Code, Cause) { PaymentId = PaymentId };

    // Stripe's own word counts most: it knows whether another attempt can change anything.
    private static bool MayRetry(HttpResponseMessage response, GatewayFault fault) => Header(response.Headers, "Stripe-Should-Retry") switch
    {
        "true" => true,
        "false" => false,
        _ => fault is GatewayFault.Unanswered or GatewayFault.Unavailable,
    };

    private static string? Header(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
