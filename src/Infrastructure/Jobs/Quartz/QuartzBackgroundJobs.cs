using Microsoft.Extensions.Options;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

internal sealed class QuartzBackgroundJobs(ISchedulerFactory schedulers, IOptions<JobsOptions> options, TimeProvider clock) : IBackgroundJobs
{
    public Task EnqueueAsync<TJob, TArgs>(TArgs args) where TJob : class, IJob<TArgs> => RunAsync(JobCall.Of<TJob, TArgs>(args));

    public Task ScheduleAsync<TJob, TArgs>(TArgs args, DateTime at) where TJob : class, IJob<TArgs> => ScheduleAsync(JobCall.Of<TJob, TArgs>(args), at);

    public Task RunAsync(JobCall job) => ScheduleAsync(job, clock.UtcNow());

    private async Task ScheduleAsync(JobCall call, DateTime at)
    {
        var (scheduler, said, now) = (await schedulers.GetScheduler(), QuartzJob.Say(call), clock.UtcNow());

        // In a database, what should have begun long ago would wait for the next look at what was missed.
        var trigger = TriggerBuilder.Create(clock).StartAt(new DateTimeOffset(at > now ? at : now)).WithRetryPolicy(options.Value.ToRetryPolicy());
        if (call.Recurring is { } id)
        {
            await scheduler.ScheduleJob(trigger.ForJob(id).UsingJobData(said).Build());
            return;
        }

        var job = JobBuilder.Create<QuartzJob>().WithIdentity(Guid.NewGuid().ToString("N"), call.Name).UsingJobData(said).RequestRecovery().Build();
        await scheduler.ScheduleJob(job, trigger.ForJob(job.Key).Build());
    }
}
