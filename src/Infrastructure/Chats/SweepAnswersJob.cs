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
            .Select(m => new { m.Id, m.HoldId, m.ConversationId, AccountId = db.Conversations.Where(c => c.Id == m.ConversationId).Select(c => c.AccountId).First() })
            .ToListAsync(cancel);

        foreach (var answer in abandoned.Where(a => answers.Find(a.Id) is null))
        {
            if (answer.HoldId is { } hold) await calls.SweepAsync(answer.AccountId, hold, cancel);
            if (await EndAsync(answer.Id, answer.HoldId, now, cancel)) log.LogWarning("Answer {Answer} was ended: its node no longer wrote it", answer.Id);
        }
    }

    private async Task<bool> EndAsync(Guid id, Guid? holdId, DateTime now, CancellationToken cancel)
    {
        var used = await db.UsageRecords.AsNoTracking().Where(r => r.HoldId == holdId).SingleOrDefaultAsync(cancel);
        var (input, output, credits) = (used is null ? 0 : used.Tokens - used.OutputTokens, used?.OutputTokens ?? 0, used?.Credits ?? 0);
        return await db.Messages.Where(m => m.Id == id && m.LeaseUntil <= now).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.State, x => x.Text == "" ? MessageState.Failed : MessageState.Stopped).SetProperty(x => x.Ending, AnswerEnding.NodeLost)
            .SetProperty(x => x.InputTokens, input).SetProperty(x => x.OutputTokens, output).SetProperty(x => x.Credits, credits)
            .SetProperty(x => x.DoneAt, now).SetProperty(x => x.LeaseUntil, (DateTime?)null), cancel) == 1;
    }
}
