using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Quartz;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Jobs.Hangfire;

namespace SaaSChat.Web.Tests.Jobs.Hangfire;

/// <summary>Hangfire over its own storage in memory; SQL Server's is asked in the same words.</summary>
public sealed class HangfireApp : JobsApp
{
    internal JobStorage Storage => Services.GetRequiredService<JobStorage>();

    protected override void UseEngine(IServiceCollection services)
    {
        services.RemoveAll<IBackgroundJobs>();
        foreach (var quartz in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(QuartzHostedService)).ToList()) services.Remove(quartz);
        services.Configure<HealthCheckServiceOptions>(health =>
        {
            foreach (var check in health.Registrations.Where(r => r.Name == "jobs").ToList()) health.Registrations.Remove(check);
        });
        services.AddHangfireJobs(() => new InMemoryStorage(), TimeSpan.FromMilliseconds(100));
    }
}

/// <summary>Of Hangfire's log there is one in a process: its tests share one host and take turns.</summary>
[CollectionDefinition(nameof(HangfireApp))]
public sealed class OneHangfire : ICollectionFixture<HangfireApp>;
