using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Privacy;

/// <summary>Looks after people who have just left: a request that was under way on another node may have written of them after they were erased.</summary>
internal sealed class FinishErasuresJob(AppDbContext db, Erasure erasure, TimeProvider clock) : IJob<RecurringRun>
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromDays(1);

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var since = clock.UtcNow() - LongestRequest;
        foreach (var left in await db.Users.AsNoTracking().Where(u => u.DeletedAt > since).Select(u => new { u.Id, u.DeletedAt }).ToListAsync(cancel))
            await erasure.FinishAsync(left.Id, left.DeletedAt!.Value, cancel);
    }
}
