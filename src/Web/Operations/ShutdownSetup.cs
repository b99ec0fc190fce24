using Microsoft.Extensions.Options;

namespace SaaSChat.Web.Operations;

internal static class ShutdownSetup
{
    private const int DefaultDrainSeconds = 5;

    public static void AddShutdown(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<ShutdownOptions>().BindConfiguration("Shutdown").ValidateDataAnnotations().ValidateOnStart();
        services.PostConfigure<ShutdownOptions>(options => options.DrainSeconds ??= builder.Environment.IsDevelopment() ? 0 : DefaultDrainSeconds);
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>(
            (host, options) => host.ShutdownTimeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        services.AddHostedService<Draining>();
    }
}
