using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>A user's limits and where they stand, read under the account's lock. Periods are moved to now, and their rows are saved with the change.</summary>
internal static class LimitsUnderLock
{
    public static Task<Payer> PayerOfAsync(this LockedCredits credits, Guid userId, CancellationToken cancel) =>
        credits.Db.PayerAsync(credits.Account.Id, userId, cancel);

    /// <summary>What is left of each limit. A call that asks for more is left out, so that its own hold does not stand in its way.</summary>
    public static async Task<LimitCheck> CheckLimitsAsync(this LockedCredits credits, Guid userId, Payer payer, OpenCall? asking, CancellationToken cancel)
    {
        var (day, month) = await credits.PeriodsAsync(userId, payer.Zone, cancel);
        var held = await credits.Db.OpenCalls.Running(credits.Db, credits.Account.Id, userId).GroupBy(c => c.UserId)
            .Select(calls => new { Tokens = calls.Sum(c => c.InputEstimate + c.OutputCap), Cost = calls.Sum(c => c.CostEstimate) }).SingleOrDefaultAsync(cancel);
        return new(
            await credits.LimitsInForceAsync(userId, payer, cancel), day, month,
            (held?.Tokens ?? 0) - (asking?.TokenEstimate ?? 0), (held?.Cost ?? 0) - (asking?.CostEstimate ?? 0));
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
