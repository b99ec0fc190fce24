using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

internal static class RetryPolicies
{
    // Jobs that failed together because something was down must not come back together.
    private const double Jitter = 0.2;

    public static RetryPolicy ToRetryPolicy(this JobsOptions jobs) => jobs.Attempts == 1
        ? RetryPolicy.None
        : RetryPolicy.Exponential(jobs.Attempts - 1, jobs.RetryAfter, 2, jobs.LongestWait, Jitter);
}
