using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

internal static class HangfireSetup
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // The nodes' login may not make tables: "db migrate" does.
    private static readonly SqlServerStorageOptions OnSqlServer = new() { PrepareSchemaIfNecessary = false, SqlClientFactory = SqlClientFactory.Instance };

    public static void AddHangfireJobs(this IServiceCollection services, string connectionString) =>
        services.AddHangfireJobs(() => new SqlServerStorage(connectionString, OnSqlServer), Poll);

    public static void AddHangfireJobs(this IServiceCollection services, Func<JobStorage> storage, TimeSpan poll)
    {
        services.AddSingleton<IBackgroundJobs, HangfireBackgroundJobs>();
        services.AddSingleton(_ => storage());

        // Ours in the place of the global ones, which would carry the caller's language to the job.
        services.AddSingleton<IJobFilterProvider>(provider => new JobFilterCollection
        {
            new StatisticsHistoryAttribute(),
            provider.GetRequiredService<IOptions<JobsOptions>>().Value.ToRetryFilter(),
        });

        // Hangfire's own is the whole process's: of two hosts in one, either would run the other's jobs.
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire.UseStorage(provider.GetRequiredService<JobStorage>()));
        services.AddHostedService<HangfireSchedules>();
        services.AddHangfireServer(server => (server.ServerName, server.SchedulePollingInterval, server.ShutdownTimeout) = (Node.Id, poll, Patience));
        services.AddHealthChecks().AddCheck<HangfireHealth>("jobs", HealthStatus.Degraded);
    }
}
