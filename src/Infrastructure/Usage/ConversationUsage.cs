using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What one conversation used. Its title is empty where it is gone.</summary>
public sealed record ConversationUsage(Guid Id, string Title, UsageSum Sum);

public static class ConversationUsageQueries
{
    // Bounds the work, however much somebody talks: of the latest conversations those that used most in all are counted one by one.
    private const int Latest = 200;
    private const int Counted = 20;

    public static async Task<IReadOnlyList<ConversationUsage>> TopConversationsAsync(
        this AppDbContext db, Guid accountId, Guid userId, DayRange days, (DateTime From, DateTime Until) times, int count, CancellationToken cancel)
    {
        var known = await db.Conversations.AsNoTracking().OwnedBy(userId)
            .Where(c => c.LastAt >= times.From && c.CreatedAt < times.Until && c.Credits > 0).OrderByDescending(c => c.LastAt).Take(Latest)
            .OrderByDescending(c => c.Credits).Take(Counted).ToDictionaryAsync(c => c.Id, c => c.Title, cancel);
        var ids = known.Keys.Select(id => (Guid?)id).ToList();
        var sums = await db.UsageRecords.AsNoTracking()
            .Where(r => r.AccountId == accountId && ids.Contains(r.ConversationId) && r.LocalDay >= days.From && r.LocalDay <= days.To)
            .SumsAsync(cancel);
        return [.. sums.OrderByDescending(s => s.Value.Credits).Take(count).Select(s => new ConversationUsage(s.Key, known[s.Key], s.Value))];
    }

    /// <summary>Null where the person has no such conversation and nothing was charged to them for one.</summary>
    public static async Task<ConversationUsage?> ConversationUsageAsync(this AppDbContext db, Guid accountId, Guid userId, Guid id, CancellationToken cancel)
    {
        var title = await db.Conversations.OwnedBy(userId).Where(c => c.Id == id).Select(c => c.Title).SingleOrDefaultAsync(cancel);
        var sums = await db.UsageRecords.AsNoTracking().Where(r => r.AccountId == accountId && r.ConversationId == id).SumsAsync(cancel);
        return title is null && sums.Count == 0 ? null : new(id, title ?? "", UsageSum.Of(sums.Values));
    }

    private static Task<Dictionary<Guid, UsageSum>> SumsAsync(this IQueryable<UsageRecord> records, CancellationToken cancel) => records
        .GroupBy(r => r.ConversationId)
        .Select(g => new
        {
            Id = g.Key!.Value,
            Sum = new UsageSum(
                g.Sum(r => r.InputTokens), g.Sum(r => r.ReadTokens), g.Sum(r => r.WriteTokens), g.Sum(r => r.OutputTokens),
                g.Sum(r => r.Cost), g.Sum(r => r.Credits), g.LongCount()),
        })
        .ToDictionaryAsync(s => s.Id, s => s.Sum, cancel);
}
