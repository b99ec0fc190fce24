using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

internal static class QuartzSetup
{
    private const string HealthCheck = "jobs";

    /// <summary>In memory, on each node by itself: what Quartz does unless it is told otherwise.</summary>
    public static void AddQuartzJobs(this IServiceCollection services) => services.AddQuartzJobs(_ => { });

    /// <summary>In the tables that our migrations make: the nodes share what there is to do, and take over from one that dies.</summary>
    public static void AddClusteredQuartzJobs(this IServiceCollection services, string connectionString) => services.AddQuartzJobs(quartz =>
        quartz.UseCluster(store => store.UseSqlServer(SqlClientFactory.Instance, connectionString)));

    public static void UseCluster(this IQuartzBuilder quartz, Action<IPersistentStoreBuilder> database) => quartz.UsePersistentStore(store =>
    {
        database(store);
        store.UseClustering();
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
    });

    public static void AddRecurring(this IQuartzBuilder quartz, RecurringJob recurring)
    {
        quartz.AddJob(typeof(QuartzJob), job => job.WithIdentity(recurring.Id).UsingJobData(QuartzJob.Say(JobCall.Of(recurring))).DisallowConcurrentExecution());
        quartz.AddTrigger((services, trigger) => trigger
            .ForJob(recurring.Id)
            .WithIdentity(recurring.Id)
            .WithRetryPolicy(services.GetRequiredService<IOptions<JobsOptions>>().Value.ToRetryPolicy())
            .WithSchedule(CronScheduleBuilder.Create(recurring.Cron, CronFormat.Unix).InTimeZone(TimeZoneInfo.Utc)));
    }

    private static void AddQuartzJobs(this IServiceCollection services, Action<IQuartzBuilder> store)
    {
        services.AddSingleton<IBackgroundJobs, QuartzBackgroundJobs>();
        services.AddQuartz(quartz =>
        {
            store(quartz);
            quartz.AddQuartzHealthChecks(health => (health.Name, health.FailureStatus) = (HealthCheck, HealthStatus.Degraded));
            foreach (var job in RecurringJobs.All) quartz.AddRecurring(job);
        });

        // Quartz calls each failed attempt an error; our own lines tell one that will be tried again from one that is given up.
        services.AddLogging(logging => logging.AddFilter("Quartz.Core.JobRunShell", LogLevel.None));
        services.AddQuartzHostedService(host => (host.WaitForJobsToComplete, host.AwaitApplicationStarted) = (true, false));
    }
}
