using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>How a person keeps their conversations: under a name, on top, put away, thrown away and taken back. Null where they have no such conversation.</summary>
public sealed class Shelf(AppDbContext db, Answers answers, TimeProvider clock)
{
    private const int Attempts = 3;

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
        if (gone is not null) await StopAnswersAsync(id, cancel);
        return gone;
    }

    public Task<Conversation?> TakeBackAsync(Guid userId, Guid id, CancellationToken cancel) =>
        ChangeAsync(db.Conversations.Where(c => c.UserId == userId), id, (c, _) => c.Undelete(), cancel);

    private async Task<Conversation?> ChangeAsync(IQueryable<Conversation> among, Guid id, Action<Conversation, DateTime> change, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await among.SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } conversation) return null;
            try
            {
                change(conversation, clock.UtcNow());
                await db.SaveChangesAsync(cancel);
                return conversation;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Its answer ended at this moment, or another tab was faster.
                db.ChangeTracker.Clear();
            }
        }
    }

    // Here at once; an answer of another node sees that it is asked to stop.
    private async Task StopAnswersAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var running = await db.Messages.In(id).Where(m => m.LeaseUntil != null).Select(m => m.Id).ToListAsync(cancel);
        if (running.Count == 0) return;

        await db.Messages.Where(m => running.Contains(m.Id) && m.StopAskedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.StopAskedAt, now), cancel);
        foreach (var answer in running) answers.Find(answer)?.Stop(AnswerEnding.StoppedByPerson);
    }
}
