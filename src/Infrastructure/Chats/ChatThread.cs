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

    // The last messages by their numbers are mostly those of the branch that is shown: their texts come along with the tree.
    private const int Recent = 2 * PageSize;

    /// <summary>The branch up to its leaf, or up to the message before the given one, with as many as it takes to reach the one that is looked for. Null when it is not theirs.</summary>
    public static async Task<ChatThread?> ThreadAsync(this AppDbContext db, Guid conversationId, Guid userId, Guid? before, CancellationToken cancel, Guid? with = null)
    {
        if (await db.BranchesAsync(conversationId, userId, before is null ? Recent : 0, cancel) is not { } branches) return null;

        var path = branches.Tree.PathTo(branches.Conversation.LeafId);
        if (before is { } first && !path.Contains(first)) return null;

        var end = path.TakeWhile(m => m != before).Count();
        var start = Math.Max(0, end - PageSize);
        if (with is { } wanted && path.Contains(wanted)) start = Math.Min(start, Math.Max(0, path.TakeWhile(m => m != wanted).Count() - 1));
        var messages = await db.ShownAsync(branches, [.. path.Skip(start).Take(end - start)], cancel);
        return new(branches.Conversation, messages, start > 0 ? messages[0].Facts.Id : null);
    }

    /// <summary>Those of the messages that are in this conversation of theirs, as they are shown in the branch that runs through them.</summary>
    public static async Task<IReadOnlyList<ShownMessage>> MessagesAsync(
        this AppDbContext db, Guid conversationId, IEnumerable<Guid> messageIds, Guid userId, CancellationToken cancel) =>
        await db.BranchesAsync(conversationId, userId, recent: 0, cancel) is { } branches ? await db.ShownAsync(branches, [.. messageIds.Where(branches.Tree.Has)], cancel) : [];

    public static async Task<ShownMessage?> MessageAsync(this AppDbContext db, Guid conversationId, Guid messageId, Guid userId, CancellationToken cancel) =>
        (await db.MessagesAsync(conversationId, [messageId], userId, cancel)).SingleOrDefault();

    // In one question: the conversation, how its messages hang together, and the newest of them whole.
    private static async Task<Branches?> BranchesAsync(this AppDbContext db, Guid conversationId, Guid userId, int recent, CancellationToken cancel)
    {
        var found = await (
            from m in db.Messages.In(conversationId)
            join c in db.Conversations.OwnedBy(userId) on m.ConversationId equals c.Id
            select new
            {
                Conversation = c,
                Node = new MessageNode(m.Id, m.ParentId, m.Seq),
                Facts = new MessageFacts(m.Id, m.Role, m.Seq > c.MessageCount - recent ? m.Text : "", m.Seq > c.MessageCount - recent ? m.Reasoning : "",
                    m.ModelKey, m.State, m.Ending, m.Fault, m.CreatedAt, m.DoneAt, m.InputTokens, m.OutputTokens, m.Credits),
            }).AsNoTrackingWithIdentityResolution().ToListAsync(cancel);
        if (found is not [{ Conversation: var conversation }, ..]) return null;

        var whole = found.Where(m => m.Node.Seq > conversation.MessageCount - recent).ToDictionary(m => m.Node.Id, m => m.Facts);
        return new(conversation, new(found.Select(m => m.Node)), whole);
    }

    private static async Task<IReadOnlyList<ShownMessage>> ShownAsync(this AppDbContext db, Branches branches, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var facts = branches.Whole;
        var missing = ids.Where(id => !facts.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            var older = await db.Messages.Where(m => missing.Contains(m.Id)).Select(m => new MessageFacts(
                m.Id, m.Role, m.Text, m.Reasoning, m.ModelKey, m.State, m.Ending, m.Fault, m.CreatedAt, m.DoneAt, m.InputTokens, m.OutputTokens, m.Credits)).ToListAsync(cancel);
            foreach (var message in older) facts[message.Id] = message;
        }

        return [.. ids.Select(m => new ShownMessage(branches.Conversation.Id, facts[m], branches.Tree.Beside(m), m == branches.Conversation.LeafId))];
    }

    private sealed record Branches(Conversation Conversation, MessageTree Tree, Dictionary<Guid, MessageFacts> Whole);
}
