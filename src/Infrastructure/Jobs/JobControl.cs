using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>What an operator does with jobs, on every engine alike: each act is in the log.</summary>
public sealed class JobControl(AppDbContext db, AuditLog audit, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>False where there is no such job.</summary>
    public async Task<bool> RunNowAsync(string id, AuditActor by, CancellationToken cancel)
    {
        if (RecurringJobs.Find(id) is not { } job) return false;

        await audit.RecordAsync(by, new AuditAct(AuditAction.JobStarted, id), null, cancel);
        await jobs.RunAsync(JobCall.Of(job, byHand: true));
        return true;
    }

    /// <summary>Whoever comes second changes nothing.</summary>
    public async Task<bool> PauseAsync(string id, bool paused, AuditActor by, CancellationToken cancel)
    {
        if (RecurringJobs.Find(id) is null) return false;

        await audit.RecordAsync(by, new AuditAct(paused ? AuditAction.JobPaused : AuditAction.JobResumed, id), null, async () =>
        {
            await db.JobPauses.Where(p => p.Job == id).ExecuteDeleteAsync(cancel);
            if (paused) db.JobPauses.Add(new JobPause(id, clock.UtcNow()));
        }, cancel);
        return true;
    }

    /// <summary>Runs once more what was given up. False where it is not there, or somebody else has just done so.</summary>
    public async Task<bool> RetryAsync(Guid runId, AuditActor by, CancellationToken cancel)
    {
        if (await db.JobRuns.AsNoTracking().GivenUp().SingleOrDefaultAsync(r => r.Id == runId, cancel) is not { } run) return false;

        var mine = 0;
        await audit.RecordAsync(by, new AuditAct(AuditAction.JobRetried, $"{runId}"), null, async () => mine = await db.JobRuns
            .Where(r => r.Id == runId && r.Outcome == JobOutcome.GivenUp).ExecuteUpdateAsync(r => r.SetProperty(x => x.Outcome, JobOutcome.Retried), cancel), cancel);
        if (mine == 1) await jobs.RunAsync(new JobCall(run.Job, run.Args!));
        return mine == 1;
    }
}
