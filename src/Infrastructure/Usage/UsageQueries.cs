using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

public static class UsageQueries
{
    /// <summary>What was charged to the account that pays for this person on their own.</summary>
    public static IQueryable<UsageRecord> OfPerson(this IQueryable<UsageRecord> records, AppDbContext db, Guid userId) =>
        records.Where(r => db.Accounts.OfPerson(userId).Any(a => a.Id == r.AccountId));

    /// <summary>The record of each hold that has one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, long>> NumbersAsync(this IQueryable<UsageRecord> records, IReadOnlyList<Guid> holds, CancellationToken cancel) =>
        await records.Where(r => holds.Contains(r.HoldId)).ToDictionaryAsync(r => r.HoldId, r => r.Seq, cancel);

    public static IQueryable<UsageLimit> Of(this IQueryable<UsageLimit> limits, Guid accountId, Guid userId) =>
        limits.Where(l => l.AccountId == accountId && l.UserId == userId);

    public static IQueryable<LimitPeriod> Of(this IQueryable<LimitPeriod> periods, Guid accountId, Guid userId) =>
        periods.Where(p => p.AccountId == accountId && p.UserId == userId);
}
