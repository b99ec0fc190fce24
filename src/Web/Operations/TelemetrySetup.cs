using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Operations;

/// <summary>Traces and metrics by OTLP, where OpenTelemetry:Endpoint (or OTEL_EXPORTER_OTLP_ENDPOINT) names a collector; without it, nothing is measured.</summary>
internal static class TelemetrySetup
{
    private const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string StandardProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var endpoint = settings["OpenTelemetry:Endpoint"] is { Length: > 0 } own ? own : settings[StandardEndpoint];
        if (string.IsNullOrEmpty(endpoint)) return;

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var collector) || collector.Scheme is not ("http" or "https"))
            throw new StartUpRefusedException($"OpenTelemetry:Endpoint is \"{endpoint}\"; give it the collector's address, like http://localhost:4317, or leave it out.");

        // The exporter reads the standard variables itself, and completes the address for each signal only when it finds it there.
        var standard = new ConfigurationBuilder().AddConfiguration(settings).AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [StandardEndpoint] = endpoint,
            [StandardProtocol] = settings["OpenTelemetry:Protocol"] ?? settings[StandardProtocol] ?? "grpc",
        }).Build();
        builder.Services.AddHostedService(_ => new Telemetry(standard, builder.Environment.EnvironmentName));
    }
}
