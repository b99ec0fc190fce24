using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Chats.Moving;
using SaaSChat.Domain.Chats.Sharing;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Infrastructure.Chats.Sharing;

/// <summary>What whoever has a link sees: the branch, and nothing of its costs.</summary>
/// <param name="Next">How many messages to pass for the next part; null on the last one.</param>
public sealed record SharedChat(Share Share, IReadOnlyList<SharedMessage> Messages, int? Next);

public sealed record SharedMessage(Guid Id, ChatRole Role, string Text, string? ModelKey);

public sealed class SharedChats(AppDbContext db, IBackgroundJobs jobs)
{
    public const int PartSize = 60;

    /// <summary>Null for a link that is no more, or never was.</summary>
    public Task<Share?> FindAsync(string token, CancellationToken cancel)
    {
        var hash = Share.HashOf(token);
        return db.Shares.AsNoTracking()
            .SingleOrDefaultAsync(s => s.TokenHash == hash && s.TakenDownAt == null && db.Conversations.Any(c => c.Id == s.ConversationId && c.DeletedAt == null), cancel);
    }

    public async Task<SharedChat?> ReadAsync(string token, int pass, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } share) return null;

        var path = await PathAsync(share, cancel);
        var ids = path.Skip(pass).Take(PartSize).ToList();
        if (ids is []) return null;

        var messages = await db.Messages.Where(m => ids.Contains(m.Id)).Select(m => new SharedMessage(m.Id, m.Role, m.Text, m.ModelKey)).ToDictionaryAsync(m => m.Id, cancel);
        return new(share, [.. ids.Select(m => messages[m])], pass + PartSize < path.Count ? pass + PartSize : null);
    }

    /// <summary>The branch as a conversation of their own, which they may go on with. Null for a link that is no more.</summary>
    /// <param name="asker">Who goes on with it.</param>
    /// <param name="token">Of the link.</param>
    /// <param name="clientId">Made by the page, so that a form which is sent twice copies once.</param>
    /// <param name="cancel">Whoever asked has gone.</param>
    public async Task<Guid?> CopyAsync(Asker asker, string token, Guid clientId, CancellationToken cancel)
    {
        var id = Ids.NewId();
        var copied = await db.WriteAsync(async () =>
        {
            if (await db.Conversations.OwnedBy(asker.UserId).Where(c => c.ClientId == clientId).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancel) is { } before) return before;
            if (await FindAsync(token, cancel) is not { } share || await MovedAsync(share, cancel) is not { Messages.Count: > 0 } moved) return null;

            var (conversation, messages) = Conversation.Bring(id, asker.AccountId, asker.UserId, clientId, moved);
            db.Add(conversation);
            db.AddRange(messages);
            await db.SaveChangesAsync(cancel);
            return (Guid?)id;
        }, cancel, isThere: () => db.Conversations.AnyAsync(c => c.Id == id, cancel));

        if (copied == id) await jobs.EnqueueAsync<IndexMessagesJob, RecurringRun>(default);
        return copied;
    }

    private async Task<MovedChat> MovedAsync(Share share, CancellationToken cancel)
    {
        var path = await PathAsync(share, cancel);
        var byId = await db.Messages.AsNoTracking().In(share.ConversationId).ToDictionaryAsync(m => m.Id, cancel);
        var messages = path.Select((m, i) => (Message: byId[m], Parent: i > 0 ? i - 1 : (int?)null))
            .Select(m => new MovedMessage(m.Parent, m.Message.Role, m.Message.Text, "", m.Message.ModelKey, m.Message.State, m.Message.Ending, m.Message.CreatedAt, m.Message.DoneAt)).ToList();
        var model = messages.FindLast(m => m.ModelKey is not null)?.ModelKey ?? "";
        return new($"{share.Id:N}", share.Title, model, share.RenewedAt, share.RenewedAt, false, false, [], Math.Max(0, messages.Count - 1), messages);
    }

    private async Task<IReadOnlyList<Guid>> PathAsync(Share share, CancellationToken cancel) => (await db.Messages.TreeAsync(share.ConversationId, cancel)).PathTo(share.LeafId);
}
