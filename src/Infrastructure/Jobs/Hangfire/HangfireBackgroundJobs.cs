using Hangfire;
using Hangfire.States;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

internal sealed class HangfireBackgroundJobs(IBackgroundJobClient client, TimeProvider clock) : IBackgroundJobs
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public Task EnqueueAsync<TJob, TArgs>(TArgs args) where TJob : class, IJob<TArgs> => RunAsync(JobCall.Of<TJob, TArgs>(args));

    // Told how long, not when: only the wait is the same by every clock. Of a time it keeps whole seconds, and the job must not be early.
    public Task ScheduleAsync<TJob, TArgs>(TArgs args, DateTime at) where TJob : class, IJob<TArgs> =>
        CreateAsync(JobCall.Of<TJob, TArgs>(args), at - clock.UtcNow() is var wait && wait > TimeSpan.Zero ? new ScheduledState(wait + Second) : new EnqueuedState());

    public Task RunAsync(JobCall job) => CreateAsync(job, new EnqueuedState());

    private Task CreateAsync(JobCall call, IState state)
    {
        client.Create(HangfireJob.Of(call), state);
        return Task.CompletedTask;
    }
}
