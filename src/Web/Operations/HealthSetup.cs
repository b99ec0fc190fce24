using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SaaSChat.Web.Operations;

/// <summary>/health/live: the process answers. /health/ready: it can serve visitors now. Neither says why not: the logs do.</summary>
internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LivePerformance>();
        builder.Services.AddHealthChecks()
            .AddCheck<StoppingProbe>("stopping")
            .AddCheck<DatabaseProbe>("database", timeout: Patience)
            .AddCheck<KeyRingProbe>("keys", timeout: Patience);

        // Ahead even of the framework's own host filter: a probe asks by the node's address, and no limit, redirect or ban concerns it.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, BeforeEverything>());
    }

    private static HealthCheckOptions Answering(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResponseWriter = (http, report) => http.Response.WriteAsJsonAsync(new
        {
            status = report.Status == HealthStatus.Healthy ? "ok" : "unavailable",
            failing = report.Entries.Where(e => e.Value.Status != HealthStatus.Healthy).Select(e => e.Key),
        }),
    };

    private sealed class BeforeEverything : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseHealthChecks("/health/live", Answering(_ => false));
            // A node whose jobs stand still serves its visitors all the same; the status page tells of it.
            app.UseHealthChecks("/health/ready", Answering(check => check.Name != "jobs"));
            next(app);
        };
    }
}
