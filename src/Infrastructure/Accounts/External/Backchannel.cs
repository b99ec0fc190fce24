using System.Net.Http.Headers;
using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>What we ask providers behind the person's back: briefly, without following redirects, and no more than a little is read.</summary>
public sealed class Backchannel(TimeSpan patience) : IDisposable
{
    public const int MostBytes = 256 * 1024;

    private static readonly ProductInfoHeaderValue We = new("SaaSChat", null);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = patience,
        MaxResponseContentBufferSize = MostBytes,
    };

    public Task<JsonElement> GetAsync(Uri address, AuthenticationHeaderValue? by, CancellationToken cancel) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = by } }, cancel);

    public Task<JsonElement> PostAsync(Uri address, AuthenticationHeaderValue? by, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancel) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Post, address) { Headers = { Authorization = by }, Content = new FormUrlEncodedContent(form) }, cancel);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> AskAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var asked = request;
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.Add(We);
        var host = request.RequestUri!.Authority;
        try
        {
            using var response = await _http.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode) throw new ExternalSignInException(ExternalProblem.Failed, $"{host} answered {(int)response.StatusCode}.");

            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new ExternalSignInException(ExternalProblem.Failed, $"{host} answered with something else than an object.");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new ExternalSignInException(ExternalProblem.Failed, $"{host} gave no answer that can be read.", e);
        }
    }
}
