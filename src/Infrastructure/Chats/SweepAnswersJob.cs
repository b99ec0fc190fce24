using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Chats;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Ends the answers of nodes that died: what had been kept stays and is charged as far as it was seen.</summary>
internal sealed class SweepAnswersJob(AppDbContext db, MeteredCalls calls, Answers answers, TimeProvider clock, ILogger<SweepAnswersJob> log) : IJob<RecurringRun>
{
    private const int AtMost = 500;

    public async Task RunAsync(RecurringRun args, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var abandoned = await db.Messages.AsNoTracking().Where(m => m.LeaseUntil <= now).OrderBy(m => m.LeaseUntil).Take(AtMost)
            .Select(m => new { m.Id, m.HoldId, m.ConversationId, HasText = m.Text != "", AccountId = db.Conversations.Where(c => c.Id == m.ConversationId).Select(c => c.AccountId).First() })
            .ToListAsync(cancel);

        foreach (var answer in abandoned.Where(a => answers.Find(a.Id) is null))
        {
            if (answer.HoldId is { } hold) await calls.SweepAsync(answer.AccountId, hold, cancel);
            var state = answer.HasText ? MessageState.Stopped : MessageState.Failed;
            if (await EndAsync(answer.Id, new(answer.Id, answer.ConversationId, state, AnswerEnding.NodeLost, null, answer.HoldId, View: null), now, cancel)) log.LogWarning("Answer {Answer} was ended: its node no longer wrote it", answer.Id);
        }
    }

    // Asked again: its node may have come back, or another may have ended it.
    private Task<bool> EndAsync(Guid id, AnswerClosing closing, DateTime now, CancellationToken cancel) => db.WriteAsync(
        () => db.CloseAsync(db.Messages.Where(m => m.Id == id && m.LeaseUntil <= now), closing, now, cancel), cancel, isThere: () => Task.FromResult(false));
}
