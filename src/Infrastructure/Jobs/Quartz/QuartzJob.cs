using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

/// <summary>Runs one of our jobs in the scope that Quartz opens for it. The log never holds the arguments.</summary>
internal sealed class QuartzJob<TJob, TArgs>(IServiceProvider services, ILogger<TJob> log) : IJob where TJob : class, IJob<TArgs>
{
    private static readonly string Name = typeof(TJob).Name;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // Whoever enqueued it may have been speaking another language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var attempt = context.RetryAttempt + 1;
        try
        {
            var job = ActivatorUtilities.GetServiceOrCreateInstance<TJob>(services);
            await job.RunAsync(JobArgs.Read<TArgs>(context.MergedJobDataMap.GetString(JobArgs.Key)!), cancellationToken);
            log.LogInformation("{Job} done at attempt {Attempt} in {Ms:F0} ms", Name, attempt, context.JobRunTime.TotalMilliseconds);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(e, "{Job} failed at attempt {Attempt} after {Ms:F0} ms", Name, attempt, context.JobRunTime.TotalMilliseconds);
            throw new JobExecutionException(e);
        }
    }
}
