using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>A user's limits and where they stand, read under the account's lock. Periods are moved to now, and their rows are saved with the change.</summary>
internal static class LimitsUnderLock
{
    public static Task<Payer> PayerOfAsync(this LockedCredits credits, Guid userId, CancellationToken cancel) =>
        credits.Db.PayerAsync(credits.Account.Id, userId, cancel);

    /// <summary>All that run for the account: few, since a plan allows so many at once.</summary>
    public static Task<List<OpenCall>> RunningCallsAsync(this LockedCredits credits, CancellationToken cancel) =>
        credits.Db.OpenCalls.AsNoTracking().Running(credits.Db, credits.Account.Id).ToListAsync(cancel);

    /// <summary>What is left of each limit. A call that asks for more is none of those that run, so that its own hold does not stand in its way.</summary>
    public static async Task<LimitCheck> CheckLimitsAsync(this LockedCredits credits, Guid userId, Payer payer, IEnumerable<OpenCall> running, CancellationToken cancel)
    {
        var (day, month) = await credits.PeriodsAsync(userId, payer.Zone, cancel);
        var own = running.Where(c => c.UserId == userId).ToList();
        return new(await credits.LimitsInForceAsync(userId, payer, cancel), day, month, own.Sum(c => c.TokenEstimate), own.Sum(c => c.CostEstimate));
    }

    public static async Task<LimitsInForce> LimitsInForceAsync(this LockedCredits credits, Guid userId, Payer payer, CancellationToken cancel) =>
        payer.LimitsWith(await credits.Db.UsageLimits.AsNoTracking().Of(credits.Account.Id, userId).ToListAsync(cancel));

    public static async Task<(LimitPeriod Day, LimitPeriod Month)> PeriodsAsync(this LockedCredits credits, Guid userId, TimeZoneInfo zone, CancellationToken cancel)
    {
        var known = await credits.Db.LimitPeriods.Of(credits.Account.Id, userId).ToListAsync(cancel);
        return (Now(LimitSpan.Day), Now(LimitSpan.Month));

        LimitPeriod Now(LimitSpan span)
        {
            if (known.Find(p => p.Span == span) is { } period) period.MoveTo(credits.At, zone);
            else credits.Db.LimitPeriods.Add(period = LimitPeriod.Begin(credits.Account.Id, userId, span, credits.At, zone));
            return period;
        }
    }
}
