using Hangfire;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

/// <summary>Whether somebody works: a server that gave a sign of life of late.</summary>
internal sealed class HangfireHealth(JobStorage storage, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var since = clock.UtcNow() - LongestSilence;
        var works = storage.GetMonitoringApi().Servers().Any(s => (s.Heartbeat ?? s.StartedAt) > since);
        return Task.FromResult(works ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus));
    }
}
