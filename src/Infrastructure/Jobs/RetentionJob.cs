using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs;

/// <summary>Deletes what has been over for long enough.</summary>
internal sealed class RetentionJob(AppDbContext db, IOptionsMonitor<RetentionOptions> retention, TimeProvider clock) : IJob<RecurringRun>
{
    // Small enough that nobody who writes meanwhile waits long for the lock.
    private const int Batch = 500;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var endedBefore = clock.UtcNow() - retention.CurrentValue.EndedBans;
        while (await db.Bans.Where(b => b.Until < endedBefore).OrderBy(b => b.Until).Take(Batch).ExecuteDeleteAsync(cancel) == Batch)
        {
        }
    }
}
