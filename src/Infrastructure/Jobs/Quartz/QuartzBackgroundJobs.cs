using Microsoft.Extensions.Options;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

internal sealed class QuartzBackgroundJobs(ISchedulerFactory schedulers, IOptions<JobsOptions> options, TimeProvider clock) : IBackgroundJobs
{
    public Task EnqueueAsync<TJob, TArgs>(TArgs args) where TJob : class, IJob<TArgs> => ScheduleAsync<TJob, TArgs>(args, clock.UtcNow());

    public async Task ScheduleAsync<TJob, TArgs>(TArgs args, DateTime at) where TJob : class, IJob<TArgs>
    {
        var key = new JobKey(Guid.NewGuid().ToString("N"), typeof(TJob).Name);
        var job = JobBuilder.Create<QuartzJob<TJob, TArgs>>().WithIdentity(key).UsingJobData(JobArgs.Key, JobArgs.Write(args)).Build();
        var trigger = TriggerBuilder.Create(clock).ForJob(key).StartAt(new DateTimeOffset(at)).WithRetryPolicy(options.Value.ToRetryPolicy()).Build();

        var scheduler = await schedulers.GetScheduler();
        await scheduler.ScheduleJob(job, trigger);
    }
}
