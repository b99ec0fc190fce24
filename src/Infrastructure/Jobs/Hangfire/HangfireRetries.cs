using Hangfire;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

/// <summary>The waits between attempts, which Hangfire knows in whole seconds: never shorter than was asked for.</summary>
internal static class HangfireRetries
{
    public static AutomaticRetryAttribute ToRetryFilter(this JobsOptions jobs) => new()
    {
        Attempts = jobs.Attempts - 1,
        DelayInSecondsByAttemptFunc = attempt => (int)Math.Ceiling(jobs.WaitAfter(attempt).TotalSeconds),

        // Our own lines tell an attempt that fails from a job that is given up.
        LogEvents = false,
    };

    private static TimeSpan WaitAfter(this JobsOptions jobs, long attempt)
    {
        var spread = 1 + (JobsOptions.Jitter * ((Random.Shared.NextDouble() * 2) - 1));
        var seconds = jobs.RetryAfter.TotalSeconds * Math.Pow(2, attempt - 1) * spread;
        return TimeSpan.FromSeconds(Math.Min(seconds, jobs.LongestWait.TotalSeconds));
    }
}
