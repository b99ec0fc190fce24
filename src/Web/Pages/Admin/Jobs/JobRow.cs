using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Pages.Admin.Jobs;

/// <summary>A recurring job as operators see it.</summary>
public sealed record JobRow(RecurringJob Job, DateTime NextAt, DateTime? PausedAt, JobRun? Last);

internal static class JobRows
{
    /// <summary>Two questions, however many jobs there are.</summary>
    public static async Task<IReadOnlyList<JobRow>> RowsOfAsync(this AppDbContext db, IReadOnlyList<RecurringJob> jobs, DateTime at, CancellationToken cancel)
    {
        var paused = await db.PausedAsync(cancel);
        var last = await db.JobRuns.AsNoTracking().LastOf(jobs.Select(j => j.Id)).ToDictionaryAsync(r => r.Job, StringComparer.Ordinal, cancel);
        return [.. jobs.Select(j => new JobRow(j, j.NextAfter(at), paused.TryGetValue(j.Id, out var since) ? since : null, last.GetValueOrDefault(j.Id)))];
    }
}
