using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

internal static class QuartzSetup
{
    private const string HealthCheck = "jobs";

    // In memory and on this node alone.
    public static void AddQuartzJobs(this IServiceCollection services, IEnumerable<RecurringJob> recurring)
    {
        services.AddSingleton<IBackgroundJobs, QuartzBackgroundJobs>();
        services.AddQuartz(quartz =>
        {
            quartz.UseInMemoryStore();
            quartz.AddTriggerListener<GivenUpJobs>();
            quartz.AddQuartzHealthChecks(health => (health.Name, health.FailureStatus) = (HealthCheck, HealthStatus.Degraded));
            foreach (var job in recurring) quartz.AddRecurring(job);
        });

        // Quartz calls each failed attempt an error; our own lines tell one that will be tried again from one that is given up.
        services.AddLogging(logging => logging.AddFilter("Quartz.Core.JobRunShell", LogLevel.None));
        services.AddQuartzHostedService(host => (host.WaitForJobsToComplete, host.AwaitApplicationStarted) = (true, false));
    }

    public static void AddRecurring(this IQuartzBuilder quartz, RecurringJob recurring)
    {
        quartz.AddJob(typeof(QuartzJob<,>).MakeGenericType(recurring.Job, typeof(RecurringRun)), job => job
            .WithIdentity(recurring.Id)
            .UsingJobData(JobArgs.Key, JobArgs.Write(default(RecurringRun)))
            .DisallowConcurrentExecution());
        quartz.AddTrigger((services, trigger) => trigger
            .ForJob(recurring.Id)
            .WithIdentity(recurring.Id)
            .WithRetryPolicy(services.GetRequiredService<IOptions<JobsOptions>>().Value.ToRetryPolicy())
            .WithSchedule(CronScheduleBuilder.Create(recurring.Cron, CronFormat.Unix).InTimeZone(TimeZoneInfo.Utc)));
    }
}
