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
        await ReplaceAsync(owner, schedule, null, by, cancel);
        return schedule;
    }

    /// <summary>Sets it, or ends it where there is no sum, as long as it still is what somebody saw.</summary>
    public Task<ActOutcome> ChangeAsync(RefillOwner owner, RefillWish wish, string reason, AuditActor by, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var old = await Of(owner).AsNoTracking().Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancel);
        if ($"{old}" != wish.Seen) return ActOutcome.Stale;

        var schedule = wish.Amount is { } amount ? RefillSchedule.OfAccount(owner.AccountId!.Value, amount, wish.Every, clock.UtcNow()) : null;
        await ReplaceAsync(owner, schedule, reason, by, cancel);
        return ActOutcome.Done;
    }, cancel, isThere: async () => $"{await Of(owner).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancel)}" != wish.Seen);

    /// <summary>What was refilled stays.</summary>
    public Task EndAsync(RefillOwner owner, AuditActor by, CancellationToken cancel) => ReplaceAsync(owner, null, null, by, cancel);

    private async Task ReplaceAsync(RefillOwner owner, RefillSchedule? schedule, string? reason, AuditActor by, CancellationToken cancel)
    {
        var old = await Of(owner).AsNoTracking().SingleOrDefaultAsync(cancel);
        var act = new AuditAct(AuditAction.RefillChanged, owner.SubjectId, Before: old?.ToString(), After: schedule?.ToString());
        await audit.RecordAsync(by, act, reason, async () =>
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

/// <param name="Amount">Null ends it.</param>
/// <param name="Every">How often.</param>
/// <param name="Seen">The id of the schedule that somebody saw; nothing where there was none.</param>
public sealed record RefillWish(long? Amount, Interval Every, string Seen);
