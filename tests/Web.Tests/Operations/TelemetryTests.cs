using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SaaSChat.Web.Tests.Operations;

public sealed class TelemetryTests : IAsyncLifetime, IDisposable
{
    private readonly ConcurrentDictionary<string, StringBuilder> _received = new(StringComparer.Ordinal);
    private readonly Workplace _work = new();
    private WebApplication _collector = null!;

    [Fact]
    public async Task Spans_and_metrics_reach_the_collector()
    {
        using var program = RunningProgram.Start(["--urls=http://127.0.0.1:0"], _work.Development(
            ("OpenTelemetry__Endpoint", _collector.Urls.First()), ("OpenTelemetry__Protocol", "http/protobuf"),
            ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "300")));
        var address = (await program.LineWithAsync("Open")).Split(' ')[^1];
        using var http = new HttpClient();
        await http.GetAsync(address + "/en?code=a-secret");

        await ReceivedAsync("traces", "GET /{culture:language}", "saaschat", "service.version", "http.response.status_code");
        await ReceivedAsync("metrics", "http.server.request.duration", "kestrel.active_connections", "dotnet.gc.collections");
        Assert.DoesNotContain("a-secret", $"{_received["traces"]}{_received["metrics"]}", StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _collector = builder.Build();
        _collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            // The names inside the protobuf message are plain text.
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            var body = await reader.ReadToEndAsync();
            lock (_received) _received.GetOrAdd(signal, _ => new StringBuilder()).Append(body);
        });
        await _collector.StartAsync();
    }

    public async Task DisposeAsync() => await _collector.DisposeAsync();

    public void Dispose() => _work.Dispose();

    private async Task ReceivedAsync(string signal, params string[] words)
    {
        var missing = words;
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(20); await Task.Delay(100))
        {
            lock (_received) missing = [.. words.Where(w => !$"{_received.GetValueOrDefault(signal)}".Contains(w, StringComparison.Ordinal))];
            if (missing.Length == 0) return;
        }

        Assert.Fail($"{string.Join(", ", missing)} never came with the {signal}.");
    }
}
