using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Operations;

internal sealed class StoppingProbe(IHostApplicationLifetime life) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(life.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("Stopping") : HealthCheckResult.Healthy());
}

internal sealed class DatabaseProbe(AppDbContext db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return pending.Any() ? HealthCheckResult.Unhealthy("Migrations are missing") : HealthCheckResult.Healthy();
    }
}

internal sealed class KeyRingProbe(IDataProtectionProvider protection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var protector = protection.CreateProtector("SaaSChat.Health");
        protector.Unprotect(protector.Protect([1]));
        return Task.FromResult(HealthCheckResult.Healthy());
    }
}
