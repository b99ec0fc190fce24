using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SaaSChat.Web.Operations;

/// <summary>/health/live: the process answers. /health/ready: it can serve visitors now. Neither says why not: the logs do.</summary>
internal static class HealthSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IHostApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<StoppingProbe>("stopping")
        .AddCheck<DatabaseProbe>("database", timeout: Patience)
        .AddCheck<KeyRingProbe>("keys", timeout: Patience);

    // Ahead of everything else: no limit, sign-in, redirect or ban stands between a probe and its answer.
    public static void UseHealth(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", Answering(_ => false));
        app.UseHealthChecks("/health/ready", Answering(_ => true));
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
}
