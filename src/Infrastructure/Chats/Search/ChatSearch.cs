using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats.Search;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Search;

/// <param name="Before">The last number of the page before, or null for the first page.</param>
public sealed record SearchQuery(SearchPhrase Phrase, DateTime? From = null, DateTime? Until = null, string? Model = null, long? Before = null);

/// <param name="Titles">On the first page, the latest conversations in whose title the phrase stands.</param>
/// <param name="Older">Where the next page begins; null on the last one.</param>
public sealed record SearchPage(IReadOnlyList<TitleHit> Titles, bool HasMoreTitles, IReadOnlyList<MessageHit> Messages, long? Older)
{
    public static readonly SearchPage Nothing = new([], false, [], null);

    public bool IsEmpty => Titles.Count + Messages.Count == 0;
}

public sealed record TitleHit(Guid Id, string Title, DateTime LastAt);

public sealed record MessageHit(long No, Guid ConversationId, string Title, Guid Id, ChatRole Role, string Text, string? ModelKey, DateTime CreatedAt);

/// <summary>Finds a phrase in a person's own messages and titles, the newest first.</summary>
public sealed class ChatSearch(AppDbContext db)
{
    public const int PageSize = 20;
    private const int MostTitles = 10;

    public async Task<SearchPage> FindAsync(Guid userId, SearchQuery query, CancellationToken cancel)
    {
        // One more than is shown tells whether there is another page.
        var numbers = await (await new Candidates(db, userId, query).NumbersAsync(cancel)).OrderByDescending(no => no).Take(PageSize + 1).ToListAsync(cancel);
        var shown = numbers.Take(PageSize).ToList();
        var found = await (
            from i in db.IndexedMessages.AsNoTracking().Where(i => shown.Contains(i.No))
            join m in db.Messages on i.MessageId equals m.Id
            join c in db.Conversations on m.ConversationId equals c.Id
            select new MessageHit(i.No, c.Id, c.Title, m.Id, m.Role, m.Text, m.ModelKey, m.CreatedAt)).ToListAsync(cancel);

        var titles = query.Before is null ? await TitlesAsync(userId, query, cancel) : [];
        return new([.. titles.Take(MostTitles)], titles.Count > MostTitles, [.. found.OrderByDescending(h => h.No)], numbers.Count > PageSize ? shown[^1] : null);
    }

    // A person has a few thousand titles at most, each a line: they are read until enough are found.
    private async Task<List<TitleHit>> TitlesAsync(Guid userId, SearchQuery query, CancellationToken cancel)
    {
        var chats = db.Conversations.AsNoTracking().KeptBy(userId);
        if (query.From is { } from) chats = chats.Where(c => c.LastAt >= from);
        if (query.Until is { } until) chats = chats.Where(c => c.LastAt < until);
        if (query.Model is { } model) chats = chats.Where(c => c.ModelKey == model);

        var found = new List<TitleHit>();
        await foreach (var chat in chats.OrderByDescending(c => c.LastAt).Select(c => new TitleHit(c.Id, c.Title, c.LastAt)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!query.Phrase.IsIn(chat.Title)) continue;
            found.Add(chat);
            if (found.Count > MostTitles) break;
        }

        return found;
    }
}
