using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

public static class UsageLogQueries
{
    /// <summary>The account's calls that the filter lets through, untracked and in no order.</summary>
    public static IQueryable<UsageRecord> Of(this IQueryable<UsageRecord> records, Guid accountId, UsageFilter filter)
    {
        records = records.AsNoTracking().Where(r => r.AccountId == accountId);
        if (filter.From is { } from) records = records.Where(r => r.LocalDay >= from);
        if (filter.To is { } to) records = records.Where(r => r.LocalDay <= to);
        if (filter.ModelKey is { } model) records = records.Where(r => r.ModelKey == model);
        if (filter.ConversationId is { } conversation) records = records.Where(r => r.ConversationId == conversation);
        if (filter.KeyId is { } key) records = records.Where(r => r.KeyId == key);
        if (filter.Status is { } status) records = records.Where(r => r.Status == status);
        return filter.Side switch
        {
            UsageSide.Prompt => records.Where(r => r.InputTokens + r.ReadTokens + r.WriteTokens > 0),
            UsageSide.Completion => records.Where(r => r.OutputTokens > 0),
            _ => records,
        };
    }

    /// <summary>The page that follows this record, newest first; the newest page without one.</summary>
    public static IQueryable<UsageRecord> NewestBefore(this IQueryable<UsageRecord> records, long? seq, int count) =>
        (seq is { } before ? records.Where(r => r.Seq < before) : records).OrderByDescending(r => r.Seq).Take(count);

    /// <summary>Whether what the filter names is there and the person's own.</summary>
    public static async Task<bool> KnowsAsync(this AppDbContext db, Guid accountId, Guid userId, UsageFilter filter, CancellationToken cancel)
    {
        if (filter.KeyId is { } key && !await db.ApiKeys.OwnedBy(userId).AnyAsync(k => k.Id == key, cancel)
            && !await db.UsageDays.AnyAsync(d => d.AccountId == accountId && d.UserId == userId && d.KeyId == key, cancel))
        {
            return false;
        }

        return filter.ConversationId is not { } id
            || await db.Conversations.OwnedBy(userId).AnyAsync(c => c.Id == id, cancel)
            || await db.UsageRecords.AnyAsync(r => r.AccountId == accountId && r.ConversationId == id, cancel);
    }
}
