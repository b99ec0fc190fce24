using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Web.Endpoints;

/// <summary>What the gateway announces. Signed instead of guarded by a form's token, and never slowed down: whoever is refused comes again.</summary>
internal static class Webhooks
{
    public const string Path = "/webhooks/stripe";

    private const int MostBytes = 256 * 1024;

    public static void MapWebhooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, ReceiveAsync).AllowAnonymous().DisableAntiforgery().DisableRateLimiting().WithMetadata(new RequestSizeLimitAttribute(MostBytes));

    private static async Task<IResult> ReceiveAsync(HttpRequest request, WebhookSecret secret, PaymentMode mode, PaymentInbox inbox, TimeProvider clock, CancellationToken cancel)
    {
        var (body, refusal) = await ReadAsync(request, cancel);
        if (refusal is { } status) return TypedResults.StatusCode(status);
        if (!StripeSignature.IsGood(body.Span, request.Headers[StripeSignature.Header], secret.Value, clock.UtcNow())) return TypedResults.BadRequest();
        if (StripeEvents.Read(body) is not { } said || said.IsLive != mode.IsLive) return TypedResults.BadRequest();

        await inbox.ReceiveAsync(said, cancel);
        return TypedResults.Ok();
    }

    // Counted while it is read: a length may be left out. The server counts too, and says so by an exception.
    private static async Task<(ReadOnlyMemory<byte> Body, int? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var buffer = new byte[(int)Math.Min(request.ContentLength ?? MostBytes, MostBytes) + 1];
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
            return (buffer.AsMemory(0, length), length > MostBytes ? StatusCodes.Status413PayloadTooLarge : null);
        }
        catch (BadHttpRequestException e)
        {
            return (default, e.StatusCode);
        }
    }
}
