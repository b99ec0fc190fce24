using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SaaSChat.Web.Operations;

/// <summary>Sends what the framework itself measures and traces; registered first, so that it hears the last of what the others do.</summary>
internal sealed class Telemetry(IConfiguration settings, string environment) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore*", "System.Net.Http", "SaaSChat*"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore*", "Microsoft.EntityFrameworkCore", "System.Net.Http", "System.Runtime", "SaaSChat*"];

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(Share).ConfigureResource(Name).AddSource(Sources).AddOtlpExporter().Build();
        _metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(Share).ConfigureResource(Name).AddMeter(Meters).AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    // What is still waiting to be sent is sent here.
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Share(IServiceCollection services) => services.AddSingleton(settings);

    private void Name(ResourceBuilder resource) => resource
        .AddService(settings["OTEL_SERVICE_NAME"] ?? "saaschat", serviceVersion: StartUpReport.Version)
        .AddAttributes([new("deployment.environment.name", environment)]);
}
