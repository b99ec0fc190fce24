using System.Net;
using global::Stripe;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Infrastructure.Billing.StripeNet;

/// <summary>Calls of Stripe.net, bounded in time, with its exceptions in our own words.</summary>
internal sealed class StripeNetCalls
{
    private const int MostRepetitions = 3;

    private readonly TimeSpan _patience;

    public StripeNetCalls(IHttpClientFactory clients, StripeOptions options)
    {
        var http = clients.CreateClient(StripeApi.ClientName);
        (_patience, http.Timeout) = (options.Timeout, options.Timeout / 2);
        Client = new StripeClient(new StripeClientOptions
        {
            ApiKey = options.SecretKey,
            ApiBase = options.ApiBase.TrimEnd('/'),
            HttpClient = new SystemNetHttpClient(http, MostRepetitions, enableTelemetry: false),
        });
    }

    public StripeClient Client { get; }

    public static RequestOptions By(string key) => new() { IdempotencyKey = key };

    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_patience);
        try
        {
            // Stripe.net does not stop its pauses when it is cancelled.
            return await ask(patience.Token).WaitAsync(patience.Token);
        }
        catch (StripeException e)
        {
            throw Said(e);
        }
        catch (HttpRequestException e)
        {
            throw StripeFailure.Of(e).Exception("an answer");
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw StripeFailure.TooLate(e).Exception("an answer");
        }
        catch (Exception e) when (e is IOException or Newtonsoft.Json.JsonException or System.Text.Json.JsonException)
        {
            throw StripeFailure.Garbled(e).Exception("an answer");
        }
    }

    // Without its message and itself as the cause: they may repeat what somebody typed.
    private static PaymentGatewayException Said(StripeException e)
    {
        var (status, error) = (e.HttpStatusCode, e.StripeError);
        var fault = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => GatewayFault.KeyRefused,
            HttpStatusCode.TooManyRequests => GatewayFault.Unavailable,
            HttpStatusCode.OK or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => GatewayFault.Unanswered,
            HttpStatusCode.NotFound => GatewayFault.NotFound,
            _ when error?.Code == "resource_missing" => GatewayFault.NotFound,
            _ when error?.Type == "idempotency_error" => GatewayFault.KeyReused,
            _ => GatewayFault.Refused,
        };
        var words = string.Join(' ', new[] { error?.Type, error?.Code, error?.DeclineCode, error?.Param }.OfType<string>());
        return new PaymentGatewayException(fault, $"Stripe answered {(int)status} {words}".TrimEnd() + ".", error?.DeclineCode ?? error?.Code) { PaymentId = error?.PaymentIntent?.Id };
    }
}
