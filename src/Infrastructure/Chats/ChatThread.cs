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
    public bool IsRunning => State.IsRunning();
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
        if (before is { } first && !path.Contains(first)) return null;

        var end = path.TakeWhile(m => m != before).Count();
        var start = Math.Max(0, end - PageSize);
        var messages = await db.ShownAsync(conversation, tree, [.. path.Skip(start).Take(end - start)], cancel);
        return new(conversation, messages, start > 0 ? messages[0].Facts.Id : null);
    }

    /// <summary>Those of the messages that are in this conversation of theirs, as they are shown in the branch that runs through them.</summary>
    public static async Task<IReadOnlyList<ShownMessage>> MessagesAsync(
        this AppDbContext db, Guid conversationId, IEnumerable<Guid> messageIds, Guid userId, CancellationToken cancel)
    {
        if (await db.Conversations.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(c => c.Id == conversationId, cancel) is not { } conversation) return [];

        var tree = await db.Messages.TreeAsync(conversationId, cancel);
        return await db.ShownAsync(conversation, tree, [.. messageIds.Where(tree.Has)], cancel);
    }

    public static async Task<ShownMessage?> MessageAsync(this AppDbContext db, Guid conversationId, Guid messageId, Guid userId, CancellationToken cancel) =>
        (await db.MessagesAsync(conversationId, [messageId], userId, cancel)).SingleOrDefault();

    private static async Task<IReadOnlyList<ShownMessage>> ShownAsync(
        this AppDbContext db, Conversation conversation, MessageTree tree, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var facts = await db.Messages.Where(m => ids.Contains(m.Id)).Select(m => new MessageFacts(
            m.Id, m.Role, m.Text, m.Reasoning, m.ModelKey, m.State, m.Ending, m.Fault, m.CreatedAt, m.DoneAt, m.InputTokens, m.OutputTokens, m.Credits))
            .ToDictionaryAsync(m => m.Id, cancel);
        return [.. ids.Select(m => new ShownMessage(conversation.Id, facts[m], tree.Beside(m), m == conversation.LeafId))];
    }
}
