using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>A person's limits as they see and set them.</summary>
public sealed class OwnLimits(AppDbContext db, TimeProvider clock)
{
    /// <summary>Null for whoever has no account of their own.</summary>
    public async Task<LimitsStanding?> ReadAsync(Guid userId, CancellationToken cancel)
    {
        if (await AccountOfAsync(userId, cancel) is not { } accountId) return null;

        var (payer, at) = (await db.PayerAsync(accountId, userId, cancel), clock.UtcNow());
        var set = await db.UsageLimits.AsNoTracking().Of(accountId, userId).ToListAsync(cancel);
        var periods = await db.LimitPeriods.AsNoTracking().Of(accountId, userId).ToListAsync(cancel);
        foreach (var period in periods) period.MoveTo(at, payer.Zone);

        var starts = LimitKinds.Spans.ToDictionary(
            span => span, span => periods.Find(p => p.Span == span) ?? LimitPeriod.Begin(accountId, userId, span, at, payer.Zone));
        var alerts = await db.UsageAlerts.AsNoTracking().Where(a => a.AccountId == accountId && a.UserId == userId)
            .OrderByDescending(a => a.At).Take(LimitsStanding.MostAlerts).ToListAsync(cancel);
        return new(payer.LimitsWith(set), set.Find(l => l.SetBy == LimitSetter.User), starts, alerts);
    }

    /// <summary>False when somebody changed them at the same moment.</summary>
    public async Task<bool> SetAsync(Guid userId, bool isOn, LimitValues values, int? warnAt, CancellationToken cancel)
    {
        var accountId = await AccountOfAsync(userId, cancel) ?? throw new InvalidOperationException("They have no account.");
        var own = await db.UsageLimits.FindAsync([accountId, userId, LimitSetter.User], cancel);
        if (own is null) db.UsageLimits.Add(own = UsageLimit.Set(accountId, userId, LimitSetter.User));
        own.Change(isOn, values, warnAt);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private Task<Guid?> AccountOfAsync(Guid userId, CancellationToken cancel) =>
        db.Accounts.OfPerson(userId).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel);
}
