using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Chats;

/// <summary>The conversations of whoever asks, user or guest, as their side bar lists them.</summary>
public sealed class MyChats(AppDbContext db, CurrentAsker asker, Preferences preferences, OpenChat open, TimeProvider clock)
{
    public const int PageSize = 40;
    private const int Most = 400;

    private IQueryable<Conversation> Mine => db.Conversations.KeptBy(asker.Id ?? Guid.Empty);

    /// <param name="shown">As many as were on the page already, so that a list which was made longer stays so.</param>
    public Task<ChatList> FirstAsync(int shown, CancellationToken cancel) => ReadAsync(Mine.AtHand(), null, Math.Clamp(shown, PageSize, Most), 0, cancel);

    public Task<ChatList> AfterAsync(ChatPlace place, int shown, CancellationToken cancel) => ReadAsync(Mine.AtHand(), place, PageSize, Math.Clamp(shown, 0, Most), cancel);

    public async Task<IReadOnlyList<ListedChat>> LatestAsync(int count, CancellationToken cancel) =>
        await Mine.AtHand().OrderByDescending(c => c.LastAt).Take(count).Listed(db).ToListAsync(cancel);

    public Task<ChatList> TaggedAsync(Guid tagId, ChatPlace? after, CancellationToken cancel) =>
        ReadAsync(Mine.AtHand().Where(c => db.ConversationTags.Any(t => t.ConversationId == c.Id && t.TagId == tagId)), after, PageSize, 0, cancel);

    public Task<ChatList> PutAwayAsync(ChatPlace? after, CancellationToken cancel) => ReadAsync(Mine.PutAway(), after, PageSize, 0, cancel);

    private async Task<ChatList> ReadAsync(IQueryable<Conversation> chats, ChatPlace? after, int size, int before, CancellationToken cancel)
    {
        if (asker.Id is null) return ChatList.Nobodys;
        if (after is not null) chats = chats.After(after);

        // One more than is shown tells whether there is another page.
        var rows = await chats.LatestFirst().Take(size + 1).Listed(db).ToListAsync(cancel);
        var shown = rows.Take(size).ToList();
        return new(Grouped(shown, after), rows.Count > size ? shown[^1].Place : null, before + shown.Count, open.Id);
    }

    private List<ChatGroup> Grouped(List<ListedChat> rows, ChatPlace? after)
    {
        var today = LocalDays.Of(clock.UtcNow(), preferences.Zone);
        var above = after is null ? null : AgeOf(after, today);
        var groups = new List<ChatGroup>();
        foreach (var rowsOfAge in rows.GroupBy(r => AgeOf(r.Place, today))) groups.Add(new(rowsOfAge.Key, rowsOfAge.Key == above, [.. rowsOfAge]));
        return groups;
    }

    private ChatAge AgeOf(ChatPlace place, DateOnly today) =>
        place.IsPinned ? new(ChatAgeKind.Pinned) : ChatAge.Of(LocalDays.Of(place.LastAt, preferences.Zone), today);
}
