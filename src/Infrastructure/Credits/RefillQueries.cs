using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

public static class RefillQueries
{
    /// <summary>What comes to the account by the clock: by its own schedule, else by its plan's; null without one.</summary>
    public static async Task<Refill?> RefillOfAsync(this AppDbContext db, Guid accountId, DateTime at, CancellationToken cancel)
    {
        var found = await (
            from allowance in db.Allowances.AsNoTracking()
            from schedule in db.RefillSchedules
            where allowance.AccountId == accountId && (schedule.AccountId == accountId || schedule.PlanKey == allowance.PlanKey)
            orderby schedule.AccountId == null
            select new { allowance.RefilledAt, Schedule = schedule }).FirstOrDefaultAsync(cancel);
        return found is null ? null : new Refill(found.Schedule.Amount, found.Schedule.Every, found.RefilledAt, found.Schedule.NextAfter(at));
    }
}

/// <summary>So many credits, every so often; when they last came and when they next will.</summary>
public sealed record Refill(long Amount, Interval Every, DateTime? LastAt, DateTime NextAt);
