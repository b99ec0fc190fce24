using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Infrastructure.Chats;

public static class ChatQueries
{
    /// <summary>Those that the person sees, archived ones included.</summary>
    public static IQueryable<Conversation> OwnedBy(this IQueryable<Conversation> conversations, Guid userId) =>
        conversations.Where(c => c.UserId == userId && c.DeletedAt == null);

    /// <summary>Those that stand in lists, in the search and in exports: not the temporary ones.</summary>
    public static IQueryable<Conversation> KeptBy(this IQueryable<Conversation> conversations, Guid userId) => conversations.OwnedBy(userId).Where(c => c.GoesAt == null);

    public static IQueryable<Message> OwnedBy(this IQueryable<Message> messages, IQueryable<Conversation> conversations, Guid userId)
    {
        var theirs = conversations.OwnedBy(userId);
        return messages.Where(m => theirs.Any(c => c.Id == m.ConversationId));
    }

    public static IQueryable<Message> In(this IQueryable<Message> messages, Guid conversationId) => messages.Where(m => m.ConversationId == conversationId);

    /// <summary>Those that are being written, or wait to be.</summary>
    public static IQueryable<Message> Running(this IQueryable<Message> messages) => messages.Where(m => m.LeaseUntil != null);

    /// <summary>Pinned ones first, then whatever was used last.</summary>
    public static IOrderedQueryable<Conversation> LatestFirst(this IQueryable<Conversation> conversations) =>
        conversations.OrderByDescending(c => c.IsPinned).ThenByDescending(c => c.LastAt).ThenByDescending(c => c.Id);

    public static async Task<MessageTree> TreeAsync(this IQueryable<Message> messages, Guid conversationId, CancellationToken cancel) =>
        new(await messages.In(conversationId).Select(m => new MessageNode(m.Id, m.ParentId, m.Seq)).ToListAsync(cancel));
}
