using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests.Models;

/// <summary>
/// A model provider on a real socket of this machine: each request gets the next of the scripts that it was given, and the last one again.
/// What it was asked is recorded.
/// </summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ModelScript> _scripts;
    private readonly Func<AskedRequest, ModelScript>? _choose;
    private readonly ConcurrentQueue<AskedRequest> _asked = [];
    private readonly CancellationTokenSource _closing = new();

    private ModelServer(IEnumerable<ModelScript> scripts, Func<AskedRequest, ModelScript>? choose = null)
    {
        (_scripts, _choose) = (new(scripts), choose);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, l => l.Protocols = HttpProtocols.Http1));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>Such as http://127.0.0.1:41234, without a slash at its end.</summary>
    public string Address => _app.Urls.Single();

    public IReadOnlyList<AskedRequest> Asked => [.. _asked];

    /// <summary>What it answers to whoever only asks whether it is there.</summary>
    public int Wellbeing { get; set; } = StatusCodes.Status200OK;

    public static async Task<ModelServer> StartAsync(params ModelScript[] scripts)
    {
        var server = new ModelServer(scripts);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers each as the choice says.</summary>
    public static async Task<ModelServer> StartAsync(Func<AskedRequest, ModelScript> choose)
    {
        var server = new ModelServer([], choose);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Settings for a TestApp under which this server is the provider of that name.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings(string provider = "OpenAI", string? key = "sk-test") =>
        from setting in new (string Name, string? Value)[] { ("BaseUrl", Address), ("ApiKey", key), ("AllowPrivate", "true") }
        where setting.Value is not null
        select KeyValuePair.Create($"Providers:{provider}:{setting.Name}", setting.Value!);

    public void Then(params ModelScript[] scripts)
    {
        foreach (var script in scripts) _scripts.Enqueue(script);
    }

    /// <summary>Until as many callers have hung up, or five seconds have passed.</summary>
    public async Task WaitForHangUpsAsync(int count)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (_asked.Count(a => a.HungUp) < count) await Task.Delay(10, tooLate.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.StatusCode = Wellbeing;
            return;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var asked = new AskedRequest(
            http.Request.Method, http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            JsonNode.Parse(await reader.ReadToEndAsync(_closing.Token))!.AsObject());
        _asked.Enqueue(asked);
        http.RequestAborted.Register(() => asked.HungUp = true);

        var script = _choose?.Invoke(asked) ?? NextScript();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token, http.RequestAborted);
        try
        {
            await script.PlayAsync(http, either.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            http.Abort();
        }
    }

    private ModelScript NextScript() => _scripts.Count > 1 && _scripts.TryDequeue(out var next) ? next
        : _scripts.TryPeek(out var last) ? last
        : throw new InvalidOperationException("The server was given no script.");
}

/// <summary>What the server was asked.</summary>
internal sealed record AskedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonObject Body)
{
    /// <summary>The caller went away before the answer's end.</summary>
    public bool HungUp { get; set; }
}
