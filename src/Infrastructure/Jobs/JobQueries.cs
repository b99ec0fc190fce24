using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs;

public static class JobQueries
{
    /// <summary>The last run of each of the jobs, in one question: each a step into the index, however many runs are kept.</summary>
    public static IQueryable<JobRun> LastOf(this IQueryable<JobRun> runs, IEnumerable<string> jobs) => jobs
        .Select(job => runs.Where(r => r.Job == job).OrderByDescending(r => r.StartedAt).Take(1)).Aggregate((all, next) => all.Concat(next));

    /// <summary>Jobs that nothing but a hand will run again: a recurring one comes by itself.</summary>
    public static IQueryable<JobRun> GivenUp(this IQueryable<JobRun> runs) =>
        runs.Where(r => r.Args != null && r.Outcome == JobOutcome.GivenUp).OrderByDescending(r => r.StartedAt);

    public static IQueryable<JobRun> OfJob(this IQueryable<JobRun> runs, string job) => runs.Where(r => r.Job == job).OrderByDescending(r => r.StartedAt);

    /// <summary>Which are paused, since when.</summary>
    public static async Task<IReadOnlyDictionary<string, DateTime>> PausedAsync(this AppDbContext db, CancellationToken cancel) =>
        await db.JobPauses.AsNoTracking().ToDictionaryAsync(p => p.Job, p => p.At, StringComparer.Ordinal, cancel);
}
