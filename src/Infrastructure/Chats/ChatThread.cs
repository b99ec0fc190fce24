using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>A part of a conversation as it is shown: the branch that was chosen, its last screens first.</summary>
/// <param name="EarlierThan">The message before which there is more to show, or null.</param>
public sealed record ChatThread(Conversation Conversation, IReadOnlyList<ShownMessage> Messages, Guid? EarlierThan);

/// <summary>A message, and which of the others in its place it is.</summary>
public sealed record ShownMessage(Guid ConversationId, MessageFacts Facts, IReadOnlyList<Guid> Beside, bool IsLast)
{
    public int Place => Beside.TakeWhile(id => id != Facts.Id).Count() + 1;
    public Guid? Previous => Place > 1 ? Beside[Place - 2] : null;
    public Guid? Next => Place < Beside.Count ? Beside[Place] : null;
}

public sealed record MessageFacts(
    Guid Id, ChatRole Role, string Text, string Reasoning, string? ModelKey, MessageState State, AnswerEnding? Ending, ProviderFault? Fault,
    DateTime CreatedAt, DateTime? DoneAt, long InputTokens, long OutputTokens, long Credits)
{
    public bool IsRunning => State is MessageState.Waiting or MessageState.Streaming;
}

public static class ChatThreads
{
    /// <summary>A few screens: more than anybody reads before they have scrolled.</summary>
    public const int PageSize = 30;

    /// <summary>The branch up to its leaf, or up to the message before the given one. Null when it is not theirs.</summary>
    public static async Task<ChatThread?> ThreadAsync(this AppDbContext db, Guid conversationId, Guid userId, Guid? before, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(c => c.Id == conversationId, cancel) is not { } conversation) return null;

        var tree = await db.Messages.TreeAsync(conversationId, cancel);
        var path = tree.PathTo(conversation.LeafId);
        var end = before is { } id ? path.IndexOf(id) : path.Count;
        if (end < 0) return null;

        var start = Math.Max(0, end - PageSize);
        var ids = path.Skip(start).Take(end - start).ToList();
        var facts = await db.Messages.Facts(ids).ToDictionaryAsync(m => m.Id, cancel);
        return new(conversation, [.. ids.Select(m => new ShownMessage(conversationId, facts[m], tree.Beside(m), m == path[^1]))], start > 0 ? ids[0] : null);
    }

    /// <summary>One message of theirs, as it is shown in the branch that runs through it.</summary>
    public static async Task<ShownMessage?> MessageAsync(this AppDbContext db, Guid conversationId, Guid messageId, Guid userId, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().OwnedBy(userId).Where(c => c.Id == conversationId).Select(c => new { c.LeafId }).SingleOrDefaultAsync(cancel) is not { } conversation) return null;

        var tree = await db.Messages.TreeAsync(conversationId, cancel);
        if (!tree.Has(messageId)) return null;
        return new(conversationId, await db.Messages.Facts([messageId]).SingleAsync(cancel), tree.Beside(messageId), conversation.LeafId == messageId);
    }

    private static IQueryable<MessageFacts> Facts(this IQueryable<Message> messages, List<Guid> ids) => messages.Where(m => ids.Contains(m.Id)).Select(m => new MessageFacts(
        m.Id, m.Role, m.Text, m.Reasoning, m.ModelKey, m.State, m.Ending, m.Fault, m.CreatedAt, m.DoneAt, m.InputTokens, m.OutputTokens, m.Credits));

    private static int IndexOf(this IReadOnlyList<Guid> ids, Guid id)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] == id) return i;
        }

        return -1;
    }
}
