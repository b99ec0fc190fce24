using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>Writes what a call used, with every sum that counts it, into the transaction that charges it.</summary>
internal static class UsageWriting
{
    public static async Task WriteUsageAsync(this LockedCredits credits, CallFacts facts, OpenCall call, CallResult result, CancellationToken cancel)
    {
        var record = UsageRecord.Of(call, facts.LastRecord + 1, result.Status, result.Charge, credits.At, facts.Payer.Zone);
        credits.Db.UsageRecords.Add(record);

        Rollups.Add(credits, record, result.Took, result.FirstWord);
        await CountAsync(credits, facts, record, cancel);
    }

    private static async Task CountAsync(LockedCredits credits, CallFacts facts, UsageRecord record, CancellationToken cancel)
    {
        var (day, month) = facts.PeriodsAt(credits, record.UserId);
        var inForce = facts.LimitsInForce;
        var before = LimitKinds.All.ToDictionary(kind => kind, kind => PeriodOf(kind).Used(kind));
        day.Add(record.Tokens, record.Cost);
        month.Add(record.Tokens, record.Cost);

        foreach (var kind in LimitKinds.All)
        {
            if (inForce.Values[kind] is not { } limit) continue;
            foreach (var (threshold, at) in new[] { (inForce.WarnAt, inForce.WarningOf(limit)), (UsageAlert.Reached, limit) })
            {
                if (before[kind] < at && PeriodOf(kind).Used(kind) >= at) await AlertAsync(credits, record, PeriodOf(kind), kind, threshold, cancel);
            }
        }

        LimitPeriod PeriodOf(LimitKind kind) => kind.Span() == LimitSpan.Day ? day : month;
    }

    // Once for each period, though a limit that is moved meanwhile may be passed twice.
    private static async Task AlertAsync(LockedCredits credits, UsageRecord record, LimitPeriod period, LimitKind kind, int threshold, CancellationToken cancel)
    {
        var known = await credits.Db.UsageAlerts.AnyAsync(
            a => a.AccountId == record.AccountId && a.UserId == record.UserId && a.Kind == kind && a.FirstDay == period.FirstDay && a.Threshold == threshold, cancel);
        if (!known) credits.Db.UsageAlerts.Add(new UsageAlert(record.AccountId, record.UserId, kind, period.FirstDay, threshold, credits.At));
    }
}

/// <summary>What came of a call. How long it took is not known where its node fell silent.</summary>
internal sealed record CallResult(UsageStatus Status, Charge Charge, TimeSpan? Took = null, TimeSpan? FirstWord = null);
