using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>A conversation as a line of a list.</summary>
/// <param name="IsRunning">An answer is being written in it.</param>
public sealed record ListedChat(Guid Id, string Title, DateTime LastAt, bool IsPinned, bool IsRunning)
{
    public ChatPlace Place => new(IsPinned, LastAt, Id);
}

public static class ListQueries
{
    /// <summary>Those that have not been put away.</summary>
    public static IQueryable<Conversation> AtHand(this IQueryable<Conversation> conversations) => conversations.Where(c => c.ArchivedAt == null);

    public static IQueryable<Conversation> PutAway(this IQueryable<Conversation> conversations) => conversations.Where(c => c.ArchivedAt != null);

    /// <summary>What comes after the place, in the order of <see cref="ChatQueries.LatestFirst"/>.</summary>
    public static IQueryable<Conversation> After(this IQueryable<Conversation> conversations, ChatPlace place) => place.IsPinned
        ? conversations.Where(c => !c.IsPinned || c.LastAt < place.LastAt || (c.LastAt == place.LastAt && c.Id.CompareTo(place.Id) < 0))
        : conversations.Where(c => !c.IsPinned && (c.LastAt < place.LastAt || (c.LastAt == place.LastAt && c.Id.CompareTo(place.Id) < 0)));

    public static IQueryable<ListedChat> Listed(this IQueryable<Conversation> conversations, AppDbContext db) => conversations.AsNoTracking()
        .Select(c => new ListedChat(c.Id, c.Title, c.LastAt, c.IsPinned, db.Messages.Any(m => m.ConversationId == c.Id && m.LeaseUntil != null)));
}
