using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>How a person keeps their conversations: under a name, on top, put away, thrown away and taken back. Null where they have no such conversation.</summary>
public sealed class Shelf(AppDbContext db, Answers answers, TimeProvider clock)
{
    /// <summary>How many may be ticked.</summary>
    public const int MostAtOnce = 100;

    public Task<Conversation?> FindAsync(Guid userId, Guid id, CancellationToken cancel) =>
        db.Conversations.AsNoTracking().OwnedBy(userId).SingleOrDefaultAsync(c => c.Id == id, cancel);

    public Task<Conversation?> FindThrownAwayAsync(Guid userId, Guid id, CancellationToken cancel) =>
        db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.UserId == userId && c.Id == id, cancel);

    public Task<Conversation?> ChangeAsync(Guid userId, Guid id, Action<Conversation, DateTime> change, CancellationToken cancel) =>
        ChangeAsync(db.Conversations.OwnedBy(userId), id, change, cancel);

    /// <summary>Nobody waits for its answer any more, so that one ends and costs what it came to.</summary>
    public async Task<Conversation?> ThrowAwayAsync(Guid userId, Guid id, CancellationToken cancel)
    {
        var gone = await ChangeAsync(userId, id, (c, at) => c.Delete(at), cancel);
        if (gone is not null) await answers.StopAsync(db.Messages.In(id), clock.UtcNow(), cancel);
        return gone;
    }

    public Task<Conversation?> TakeBackAsync(Guid userId, Guid id, CancellationToken cancel) =>
        ChangeAsync(db.Conversations.Where(c => c.UserId == userId), id, (c, _) => c.Undelete(), cancel);

    /// <summary>The same with several, all together or none; how many of them are theirs.</summary>
    public Task<int> ChangeAsync(Guid userId, IReadOnlyCollection<Guid> ids, Action<Conversation, DateTime> change, CancellationToken cancel) =>
        ChangeAsync(db.Conversations.OwnedBy(userId), ids, change, cancel);

    public async Task<int> ThrowAwayAsync(Guid userId, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var theirs = db.Messages.OwnedBy(db.Conversations, userId).Where(m => ids.Contains(m.ConversationId));
        await answers.StopAsync(theirs, clock.UtcNow(), cancel);
        return await ChangeAsync(userId, ids, (c, at) => c.Delete(at), cancel);
    }

    public Task<int> TakeBackAsync(Guid userId, IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        ChangeAsync(db.Conversations.Where(c => c.UserId == userId && c.DeletedAt != null), ids, (c, _) => c.Undelete(), cancel);

    private Task<int> ChangeAsync(IQueryable<Conversation> among, IReadOnlyCollection<Guid> ids, Action<Conversation, DateTime> change, CancellationToken cancel) =>
        db.AgainOnConflictAsync(async () =>
        {
            var found = await among.Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
            foreach (var conversation in found) change(conversation, clock.UtcNow());
            await db.SaveChangesAsync(cancel);
            return found.Count;
        });

    private Task<Conversation?> ChangeAsync(IQueryable<Conversation> among, Guid id, Action<Conversation, DateTime> change, CancellationToken cancel) =>
        db.AgainOnConflictAsync(async () =>
        {
            var conversation = await among.SingleOrDefaultAsync(c => c.Id == id, cancel);
            if (conversation is not null) change(conversation, clock.UtcNow());
            await db.SaveChangesAsync(cancel);
            return conversation;
        });
}
