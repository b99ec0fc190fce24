using Hangfire.Common;
using Hangfire.Server;
using Hangfire.Storage;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

/// <summary>Every job of ours, to Hangfire. What it is called by stands first, where the dashboard looks for it.</summary>
internal sealed class HangfireJob(JobRunner runner)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public static Job Of(JobCall call) => call.Recurring is { } id
        ? Job.FromExpression<HangfireJob>(job => job.RunRecurringAsync(id, call.Job, call.ByHand, null!, CancellationToken.None))
        : Job.FromExpression<HangfireJob>(job => job.RunAsync(call.Job, call.Args, null!, CancellationToken.None));

    public Task RunAsync(string job, string args, PerformContext context, CancellationToken cancel) =>
        runner.RunAsync(new JobCall(job, args), AttemptOf(context), cancel);

    public async Task RunRecurringAsync(string id, string job, bool byHand, PerformContext context, CancellationToken cancel)
    {
        if (OneAtATime(id, byHand, context) is not { } turn) return;

        using (turn) await runner.RunAsync(new JobCall(job, "{}", id, byHand), AttemptOf(context), cancel);
    }

    // By the clock, what finds it at work already has nothing to do: it comes again, and looks at the state.
    private static IDisposable? OneAtATime(string id, bool byHand, PerformContext context)
    {
        try
        {
            return context.Connection.AcquireDistributedLock($"recurring:{id}", byHand ? LongestWait : TimeSpan.Zero);
        }
        catch (DistributedLockTimeoutException) when (!byHand)
        {
            return null;
        }
    }

    private static int AttemptOf(PerformContext context) => context.GetJobParameter<int>("RetryCount") + 1;
}
