using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Ends the holds of nodes that died: what an answer has cost so far is charged, the rest is free again.</summary>
internal sealed class SweepHoldsJob(AppDbContext db, MeteredCalls calls, TimeProvider clock, ILogger<SweepHoldsJob> log) : IJob<RecurringRun>
{
    private const int AtMost = 1_000;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var abandoned = await db.CreditHolds.AsNoTracking().Abandoned(clock.UtcNow()).Select(h => new { h.Id, h.AccountId, h.NodeId }).Take(AtMost).ToListAsync(cancel);
        foreach (var hold in abandoned)
        {
            if (await calls.SweepAsync(hold.AccountId, hold.Id, cancel))
                log.LogWarning("Hold {Hold} of account {Account} was ended: node {Node} no longer renewed it", hold.Id, hold.AccountId, hold.NodeId);
        }
    }
}
