using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace SaaSChat.Tests.Stripe;

/// <summary>Tells the site what happened, in order and at once, or as badly as a test wishes.</summary>
public sealed class Webhooks : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly World _world;
    private readonly Channel<JsonObject> _queue = Channel.CreateUnbounded<JsonObject>();
    private readonly ConcurrentQueue<Delivery> _delivered = [];
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _sending;
    private HttpClient? _site;
    private string _path = "/webhooks/stripe";
    private int _open;

    internal Webhooks(World world)
    {
        _world = world;
        world.Announced = Announced;
        _sending = SendAsync();
    }

    public string Secret { get; set; } = "whsec_dGhlIHRlc3RzJyBvd24gc2VjcmV0IG9mIHdlYmhvb2tz";

    /// <summary>What is not told although it happened: lost until a test sends it.</summary>
    public Func<string, bool> Loses { get; set; } = _ => false;

    /// <summary>How often each event is told.</summary>
    public int Copies { get; set; } = 1;

    /// <summary>Every attempt, in turn.</summary>
    public IReadOnlyList<Delivery> Delivered => [.. _delivered];

    /// <summary>Every event, the oldest first, told or not.</summary>
    public IReadOnlyList<JsonObject> All
    {
        get
        {
            lock (_world.Gate) return [.. _world.All("event").Select(e => e.DeepClone().AsObject())];
        }
    }

    /// <summary>From now on each event is posted there at once.</summary>
    public void SendTo(HttpClient site, string path = "/webhooks/stripe") => (_site, _path) = (site, path);

    /// <summary>Events are kept back; SendAsync tells them.</summary>
    public void Hold() => _site = null;

    /// <summary>Until everything that happened so far has been told and answered.</summary>
    public async Task SettleAsync()
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Volatile.Read(ref _open) > 0) await Task.Delay(5, tooLate.Token);
    }

    /// <summary>These, so many at a time, to the address of <see cref="SendTo"/> or the one given.</summary>
    public async Task<IReadOnlyList<Delivery>> SendAsync(IEnumerable<JsonObject> events, int parallel = 1, HttpClient? to = null)
    {
        var site = to ?? _site ?? throw new InvalidOperationException("There is no site to tell.");
        var told = new ConcurrentQueue<Delivery>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel };
        await Parallel.ForEachAsync(events, options, async (e, _) => told.Enqueue(await PostAsync(site, e)));
        return [.. told];
    }

    /// <summary>As Stripe tries again what was not taken.</summary>
    public async Task SendFailedAgainAsync()
    {
        var taken = _delivered.Where(d => d.IsTaken).Select(d => d.EventId).ToHashSet(StringComparer.Ordinal);
        await SendAsync(All.Where(e => !taken.Contains(e.Id())));
    }

    public static byte[] BodyOf(JsonObject e) => Encoding.UTF8.GetBytes(e.ToJsonString(Indented));

    /// <summary>The header over these bytes.</summary>
    public static string Sign(byte[] body, string secret, long at)
    {
        var time = at.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _sending;
        _closing.Dispose();
    }

    private void Announced(JsonObject e)
    {
        if (_site is null || Loses(e.Text("type")!)) return;
        Interlocked.Increment(ref _open);
        _queue.Writer.TryWrite(e.DeepClone().AsObject());
    }

    private async Task SendAsync()
    {
        try
        {
            await foreach (var e in _queue.Reader.ReadAllAsync(_closing.Token))
            {
                for (var i = 0; i < Copies && _site is { } site; i++) await PostAsync(site, e);
                Interlocked.Decrement(ref _open);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops; what was not told stays untold.
        }
    }

    private async Task<Delivery> PostAsync(HttpClient site, JsonObject e)
    {
        var body = BodyOf(e);
        using var request = new HttpRequestMessage(HttpMethod.Post, _path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", Sign(body, Secret, _world.Now));
        var delivery = new Delivery(e.Id(), e.Text("type")!, 0);
        try
        {
            using var answer = await site.SendAsync(request, _closing.Token);
            delivery = delivery with { Status = (int)answer.StatusCode };
        }
        catch (HttpRequestException)
        {
            // Nobody is there: told again later, as by Stripe.
        }

        _delivered.Enqueue(delivery);
        return delivery;
    }
}

/// <summary>One attempt to tell of an event; 0 where nobody answered.</summary>
public sealed record Delivery(string EventId, string Type, int Status)
{
    public bool IsTaken => Status is >= 200 and < 300;
}
