using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Whose refill it is: one account's, which goes before its plan's, or that of all accounts of a plan.</summary>
public sealed record RefillOwner(Guid? AccountId, string? PlanKey, string SubjectId)
{
    public static RefillOwner Person(Guid userId, Guid accountId) => new(accountId, null, $"{userId}");

    public static RefillOwner Plan(string key) => new(null, key, key);
}

/// <summary>Sets and ends the credits that come by the clock.</summary>
public sealed class Refills(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>Replaces what was set before; the first comes one interval from now.</summary>
    public async Task<RefillSchedule> SetAsync(RefillOwner owner, long amount, Interval every, AuditActor by, CancellationToken cancel)
    {
        var at = clock.UtcNow();
        var schedule = owner.PlanKey is { } plan ? RefillSchedule.OfPlan(plan, amount, every, at) : RefillSchedule.OfAccount(owner.AccountId!.Value, amount, every, at);
        await ReplaceAsync(owner, schedule, by, cancel);
        return schedule;
    }

    /// <summary>What was refilled stays.</summary>
    public Task EndAsync(RefillOwner owner, AuditActor by, CancellationToken cancel) => ReplaceAsync(owner, null, by, cancel);

    private async Task ReplaceAsync(RefillOwner owner, RefillSchedule? schedule, AuditActor by, CancellationToken cancel)
    {
        var old = await Of(owner).AsNoTracking().SingleOrDefaultAsync(cancel);
        var act = new AuditAct(AuditAction.RefillChanged, owner.SubjectId, Before: old?.ToString(), After: schedule?.ToString());
        await audit.RecordAsync(by, act, null, async () =>
        {
            await Of(owner).ExecuteDeleteAsync(cancel);
            if (schedule is not null) db.RefillSchedules.Add(schedule);
            await WakeAsync(owner, cancel);
        }, cancel);
    }

    private IQueryable<RefillSchedule> Of(RefillOwner owner) =>
        db.RefillSchedules.Where(s => s.AccountId == owner.AccountId && s.PlanKey == owner.PlanKey);

    // Whoever touches such an account next reckons anew when its allowance is due.
    private Task<int> WakeAsync(RefillOwner owner, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        return db.CreditAccounts
            .Where(c => db.Allowances.Any(a => a.AccountId == c.Id && (a.AccountId == owner.AccountId || a.PlanKey == owner.PlanKey)))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.AllowanceDueAt, now).BumpVersion(db), cancel);
    }
}
