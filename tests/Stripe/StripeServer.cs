using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using SaaSChat.Tests.Stripe.Money;
using SaaSChat.Tests.Stripe.Pages;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Tests.Stripe;

/// <summary>A Stripe of the tests' own, on a socket of this machine: it keeps state, refuses what Stripe refuses, signs what it tells, and fails as it is told.</summary>
public sealed class StripeServer : IAsyncDisposable
{
    public const string SecretKey = "sk_test_b25seSBmb3IgdGhlIHRlc3Rz";

    private static readonly Parameters Known = new();

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<AskedCall> _asked = [];
    private readonly CancellationTokenSource _closing = new();
    private ApiDoor _door = null!;
    private HostedPages _pages = null!;

    private StripeServer(TimeProvider clock)
    {
        World = new World(clock) { Version = Known.Version };
        Webhooks = new Webhooks(World);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Such as http://127.0.0.1:41234: the API and the pages, without a slash at its end.</summary>
    public string Address => _app.Urls.Single();

    public Faults Faults { get; } = new();
    public Webhooks Webhooks { get; }

    /// <summary>What people and banks do.</summary>
    public Outside Outside { get; private set; } = null!;

    public IReadOnlyList<AskedCall> Asked => [.. _asked];

    public DateTime Now => DateTimeOffset.FromUnixTimeSeconds(World.Now).UtcDateTime;

    internal World World { get; }

    public static async Task<StripeServer> StartAsync(TimeProvider? clock = null)
    {
        var server = new StripeServer(clock ?? TimeProvider.System);
        await server._app.StartAsync();
        server.Open();
        return server;
    }

    /// <summary>Settings under which a site uses this server.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings() =>
    [
        new("Payments:Gateway", "Stripe"), new("Stripe:SecretKey", SecretKey), new("Stripe:WebhookSecret", Webhooks.Secret), new("Stripe:ApiBase", Address),
    ];

    /// <summary>A copy of whatever has this id.</summary>
    public JsonObject? Find(string id)
    {
        lock (World.Gate) return World.TryFind(id)?.DeepClone().AsObject();
    }

    /// <summary>Copies of all of a kind, such as "payment_intent", the oldest first.</summary>
    public IReadOnlyList<JsonObject> All(string kind)
    {
        lock (World.Gate) return [.. World.All(kind).Select(o => o.DeepClone().AsObject())];
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Webhooks.DisposeAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private void Open()
    {
        var customers = new Customers(World);
        var catalogue = new Catalogue(World);
        var intents = new Intents(World, customers);
        var refunds = new Refunds(World);
        var invoices = new Invoices(World, intents, customers, Address);
        var subscriptions = new Subscriptions(World, customers, invoices);
        var sessions = new Sessions(World, customers, catalogue, Address);
        var checkouts = new Checkouts(World, customers, intents, sessions, subscriptions);

        var work = new Dictionary<string, Func<ApiRequest, JsonNode>>(StringComparer.Ordinal)
        {
            ["GET /v1/events"] = r => r.List("/v1/events", World.All("event").Where(e => Wanted(r, e.Text("type")!))),
            ["GET /v1/events/{}"] = r => World.Find("event", r.Id),
        };
        customers.Serve(work);
        catalogue.Serve(work);
        intents.Serve(work);
        refunds.Serve(work);
        invoices.Serve(work);
        subscriptions.Serve(work);
        sessions.Serve(work);
        new Schedules(World).Serve(work);
        new Portal(World, customers, Address).Serve(work);

        _door = new ApiDoor(World, Known, Faults, work, SecretKey);
        _pages = new HostedPages(World, checkouts, invoices, customers);
        Outside = new Outside(World, Webhooks, customers, checkouts, refunds, sessions, invoices, subscriptions);
    }

    private static bool Wanted(ApiRequest request, string type) =>
        (request.Form.Text("type") is not { } one || one == type) && (request.Form["types"] is not JsonArray some || some.Any(s => (string)s! == type));

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(_closing.Token);
        if (!http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
        {
            await _pages.AnswerAsync(http, body);
            return;
        }

        _asked.Enqueue(new AskedCall(http.Request.Method, http.Request.Path + http.Request.QueryString, body, http.Request.Headers["Idempotency-Key"], http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, http.RequestAborted);
        try
        {
            await _door.AnswerAsync(http, body, either.Token);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }
}

/// <summary>A call of the API, as it came.</summary>
public sealed record AskedCall(string Method, string Path, string Body, string? Key, IReadOnlyDictionary<string, string> Headers);
