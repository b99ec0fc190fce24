using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Jobs;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Writes down what jobs do: each run of a recurring one, and of the others those that were given up. Apart from whatever the job itself has altered.</summary>
internal sealed class JobRuns(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<bool> IsPausedAsync(JobCall call, CancellationToken cancel)
    {
        if (call.Recurring is not { } id || call.ByHand) return false;

        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().JobPauses.AnyAsync(p => p.Job == id, cancel);
    }

    public async Task<JobRun> BeginAsync(JobCall call, int attempt, CancellationToken cancel)
    {
        var run = JobRun.Begin(call.Recurring ?? call.Job, call.Recurring is null ? call.Args : null, attempt, Node.Id, clock.UtcNow());
        if (call.Recurring is not null) await SaveAsync(db => db.JobRuns.Add(run), cancel);
        return run;
    }

    /// <summary>Not cancelled any more: what happened has happened.</summary>
    public async Task EndAsync(JobRun run, JobOutcome outcome, Exception? error)
    {
        run.End(outcome, error is null ? null : $"{error.GetType().Name}: {error.Message}", clock.UtcNow());
        if (run.Args is null) await SaveAsync(db => db.JobRuns.Update(run), CancellationToken.None);
        else if (outcome == JobOutcome.GivenUp) await SaveAsync(db => db.JobRuns.Add(run), CancellationToken.None);
    }

    private async Task SaveAsync(Action<AppDbContext> change, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        change(db);
        await db.SaveChangesAsync(cancel);
    }
}
