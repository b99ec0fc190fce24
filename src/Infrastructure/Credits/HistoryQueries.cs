using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>What people see of their ledger.</summary>
public static class HistoryQueries
{
    private const int QuarterHour = 15;

    /// <summary>Each entry with the lots that it took from or gave to.</summary>
    public static IQueryable<HistoryRow> AsHistory(this IQueryable<CreditEntry> entries, AppDbContext db) => entries.AsNoTracking().Select(e => new HistoryRow(
        e.Seq, e.At, e.Reason, e.Key, e.Amount, e.BalanceAfter, e.DebtChange,
        e.Allocations.Join(db.CreditGrants, a => a.GrantId, g => g.Id, (a, g) => new HistoryLot(g.Id, g.Source, a.Amount, g.Remaining > 0 || g.Frozen > 0)).ToList()));

    /// <summary>The balance at the end of each quarter of an hour in which it moved: every zone's days begin with one of them.</summary>
    public static async Task<IReadOnlyList<BalancePoint>> BalancesAsync(this AppDbContext db, Guid accountId, DateTime from, DateTime until, CancellationToken cancel)
    {
        var entries = db.CreditEntries.AsNoTracking().Where(e => e.AccountId == accountId && e.At < until);
        var lasts = entries.Since(from)
            .GroupBy(e => new { e.At.Year, e.At.Month, e.At.Day, e.At.Hour, Quarter = e.At.Minute / QuarterHour })
            .Select(g => g.Max(e => e.Seq));
        var before = entries.Until(from).OrderByDescending(e => e.Seq).Select(e => e.Seq).Take(1);
        return await entries.Where(e => lasts.Contains(e.Seq) || before.Contains(e.Seq))
            .OrderBy(e => e.Seq).Select(e => new BalancePoint(e.At, e.BalanceAfter)).ToListAsync(cancel);
    }
}

public sealed record HistoryRow(long Seq, DateTime At, CreditReason Reason, string Key, long Amount, long BalanceAfter, long DebtChange, IReadOnlyList<HistoryLot> Lots)
{
    public long BalanceBefore => BalanceAfter - Amount;

    public Guid? HoldId => CreditHold.SettledBy(Key);
}

public sealed record HistoryLot(Guid GrantId, GrantSource Source, long Amount, bool IsLive);

public sealed record BalancePoint(DateTime At, long Balance);
