using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats.Moving;

public static class MovedChats
{
    /// <summary>A conversation of theirs with all its branches, as far as they are written. Null when it is not theirs.</summary>
    public static async Task<MovedChat?> MovedAsync(this AppDbContext db, Guid userId, Guid conversationId, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(c => c.Id == conversationId, cancel) is not { } chat) return null;

        var messages = await db.Messages.AsNoTracking().In(conversationId).OrderBy(m => m.Seq).ToListAsync(cancel);
        var places = messages.Select((m, i) => (m.Id, i)).ToDictionary(m => m.Id, m => m.i);
        var tags = await db.ConversationTags.Where(t => t.ConversationId == conversationId).Join(db.Tags, t => t.TagId, t => t.Id, (_, t) => t.Name).OrderBy(n => n).ToListAsync(cancel);
        return new(
            $"{chat.Id:N}", chat.Title, chat.ModelKey, chat.CreatedAt, chat.LastAt, chat.IsPinned, chat.ArchivedAt is not null, tags,
            PlaceOf(chat.LeafId) ?? messages.Count - 1, messages.ConvertAll(m => Of(m, PlaceOf(m.ParentId))));

        int? PlaceOf(Guid? id) => id is { } known && places.TryGetValue(known, out var place) ? place : null;
    }

    // What is being written still is taken as far as it has come.
    private static MovedMessage Of(Message m, int? parent) => new(
        parent, m.Role, m.Text, m.Reasoning, m.ModelKey, m.IsRunning ? MessageState.Stopped : m.State, m.Ending, m.CreatedAt, m.DoneAt);
}
