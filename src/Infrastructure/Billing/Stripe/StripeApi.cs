using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>
/// Asks Stripe's API. What changes something carries a key, so that it can be asked again when no answer came; all attempts together take no
/// longer than the settings say.
/// </summary>
internal sealed class StripeApi(IHttpClientFactory clients, StripeOptions options, ILogger<StripeApi> log)
{
    /// <summary>The version whose shapes are read here.</summary>
    public const string Version = "2026-07-29.dahlia";

    public const string ClientName = "stripe";
    public const int MostBytes = 4 * 1024 * 1024;

    private const int MostAttempts = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly StripeForm Nothing = [];

    public Task<JsonElement> GetAsync(string path, StripeForm form, CancellationToken cancel) => AskAsync(HttpMethod.Get, path, form, null, cancel);

    public Task<JsonElement> GetAsync(string path, CancellationToken cancel) => GetAsync(path, Nothing, cancel);

    /// <param name="path">Where.</param>
    /// <param name="form">What.</param>
    /// <param name="key">Of the operation; null where asking again changes nothing anyhow.</param>
    /// <param name="cancel">The caller's own.</param>
    public Task<JsonElement> PostAsync(string path, StripeForm form, string? key, CancellationToken cancel) =>
        AskAsync(HttpMethod.Post, path, form, key ?? Guid.NewGuid().ToString("N"), cancel);

    public Task<JsonElement> DeleteAsync(string path, CancellationToken cancel) => AskAsync(HttpMethod.Delete, path, Nothing, null, cancel);

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, StripeForm form, string? key, CancellationToken cancel)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        whole.CancelAfter(options.Timeout);
        var start = Stopwatch.GetTimestamp();
        var worst = GatewayFault.Unavailable;
        for (var attempt = 1; ; attempt++)
        {
            var (answer, failure) = await TryAsync(method, path, form, key, cancel, whole.Token);
            if (failure is null) return answer;

            // One attempt of which nobody knows makes the whole call one of which nobody knows.
            if (failure.Fault == GatewayFault.Unanswered) worst = GatewayFault.Unanswered;
            var pause = failure.Pause ?? (FirstPause * Math.Pow(2, attempt - 1) * (0.75 + (Random.Shared.NextDouble() / 2)));
            if (!failure.MayTryAgain || attempt == MostAttempts || Stopwatch.GetElapsedTime(start) + pause >= options.Timeout)
                throw (failure.Fault == GatewayFault.Unavailable ? failure with { Fault = worst } : failure).Exception($"{method} {path}");

            log.LogWarning("Stripe {What} when asked for {Method} {Path}; attempt {Attempt} follows", failure.What, method, path, attempt + 1);
            await Task.Delay(pause, cancel);
        }
    }

    private async Task<(JsonElement Answer, StripeFailure? Failure)> TryAsync(HttpMethod method, string path, StripeForm form, string? key, CancellationToken cancel, CancellationToken whole)
    {
        // Half of the time for one attempt leaves room for another.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(whole);
        patience.CancelAfter(options.Timeout / 2);
        try
        {
            using var request = Request(method, path, form, key);
            using var response = await clients.CreateClient(ClientName).SendAsync(request, patience.Token);
            var body = Parse(await response.Content.ReadAsByteArrayAsync(patience.Token));
            if (!response.IsSuccessStatusCode) return (default, StripeFailure.Of(response, body));
            return body is { ValueKind: JsonValueKind.Object } answer ? (answer, null) : (default, StripeFailure.Garbled(null));
        }
        catch (HttpRequestException e)
        {
            return (default, StripeFailure.Of(e));
        }
        catch (IOException e)
        {
            return (default, StripeFailure.Garbled(e));
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            return (default, StripeFailure.TooLate(e));
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, StripeForm form, string? key)
    {
        var isPost = method == HttpMethod.Post;
        var query = isPost || !form.Any() ? "" : "?" + string.Join('&', form.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        var request = new HttpRequestMessage(method, options.ApiBase.TrimEnd('/') + path + query)
        {
            Content = isPost ? new FormUrlEncodedContent(form) : null,
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", options.SecretKey) },
        };
        request.Headers.Add("Stripe-Version", Version);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return request;
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
