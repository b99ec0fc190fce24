using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

internal static class RetryPolicies
{
    public static RetryPolicy ToRetryPolicy(this JobsOptions jobs) => jobs.Attempts == 1
        ? RetryPolicy.None
        : RetryPolicy.Exponential(jobs.Attempts - 1, jobs.RetryAfter, 2, jobs.LongestWait, JobsOptions.Jitter);
}
