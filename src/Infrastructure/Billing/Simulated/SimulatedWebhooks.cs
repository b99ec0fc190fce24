using System.Net.Http.Headers;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Infrastructure.Billing.Simulated;

/// <summary>Tells the site over HTTP what the simulated gateway did, signed and in the shape of Stripe's events, as a gateway outside would.</summary>
internal sealed class SimulatedWebhooks(SimulatedBooks books, IServer server, IHttpClientFactory clients, WebhookSecret secret, TimeProvider clock, ILogger<SimulatedWebhooks> log) : BackgroundService
{
    public const string ClientName = "simulated-webhooks";

    private const int Attempts = 5;
    private const string Path = "/webhooks/stripe";

    private readonly Channel<GatewayEvent> _news = Channel.CreateUnbounded<GatewayEvent>();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        books.Happened = Hear;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        books.Happened = _ => { };
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var said in _news.Reader.ReadAllAsync(stoppingToken)) await TellAsync(said, stoppingToken);
    }

    /// <summary>The little of an event that anybody acts on; the rest is asked afresh.</summary>
    internal static byte[] BodyOf(GatewayEvent said)
    {
        var kind = said.Type[..said.Type.LastIndexOf('.')];
        object about = kind switch
        {
            "charge" => new { id = $"ch_of_{said.ObjectId}", @object = "charge", payment_intent = said.ObjectId },
            "charge.dispute" => new { id = $"dp_of_{said.ObjectId}", @object = "dispute", payment_intent = said.ObjectId },
            _ => new { id = said.ObjectId, @object = kind },
        };
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = said.Id, @object = "event", api_version = StripeApi.Version, created = new DateTimeOffset(said.At).ToUnixTimeSeconds(), livemode = said.IsLive, type = said.Type, data = new { @object = about },
        });
    }

    private void Hear(GatewayEvent said) => _news.Writer.TryWrite(said);

    // Given up after a while: what was not heard is found by whoever looks for it.
    private async Task TellAsync(GatewayEvent said, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await TryAsync(said, cancel)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(200 * Math.Pow(3, attempt - 1)), cancel);
        }

        log.LogWarning("The site did not take the simulated event {Event}, {Type}", said.Id, said.Type);
    }

    private async Task<bool> TryAsync(GatewayEvent said, CancellationToken cancel)
    {
        var body = BodyOf(said);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Address(), Path)) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Add(StripeSignature.Header, StripeSignature.Sign(body, secret.Value, clock.UtcNow()));
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, cancel);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    // Its own, and plain HTTP where there is a choice: nobody need trust a certificate of Development's.
    private Uri Address()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var own = addresses.OrderByDescending(a => a.StartsWith("http:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault() ?? "http://localhost";
        foreach (var any in (string[])["//+", "//*", "//[::]", "//0.0.0.0"]) own = own.Replace(any, "//localhost", StringComparison.Ordinal);
        return new Uri(own);
    }
}
