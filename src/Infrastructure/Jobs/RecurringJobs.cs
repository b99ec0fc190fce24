namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Every schedule.</summary>
internal static class RecurringJobs
{
    public static readonly IReadOnlyList<RecurringJob> All =
    [
        RecurringJob.Of<RetentionJob>("retention", "20 * * * *"),
        RecurringJob.Of<CheckAuditJob>("audit-check", "10 2 * * *"),
    ];
}
