using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>How an answer ends.</summary>
/// <param name="AnswerId">Its message.</param>
/// <param name="ConversationId">Where it stands.</param>
/// <param name="HoldId">Of the call that paid for it, if there was one.</param>
/// <param name="View">What it came to; null where what is kept of it stays.</param>
internal sealed record AnswerClosing(Guid AnswerId, Guid ConversationId, MessageState State, AnswerEnding Ending, ProviderFault? Fault, Guid? HoldId, AnswerView? View);

internal static class AnswerClosings
{
    /// <summary>Ends the row with what its call used, and adds that to the conversation's sums. In the caller's transaction; false where the row is none of these.</summary>
    public static async Task<bool> CloseAsync(this AppDbContext db, IQueryable<Message> row, AnswerClosing closing, DateTime at, CancellationToken cancel)
    {
        var used = closing.HoldId is { } hold ? await db.UsageRecords.AsNoTracking().SingleOrDefaultAsync(r => r.HoldId == hold, cancel) : null;
        var (input, output, credits) = used is null ? (0L, 0L, 0L) : (used.Tokens - used.OutputTokens, used.OutputTokens, used.Credits);
        var closed = await row.ExecuteUpdateAsync(m =>
        {
            m.SetProperty(x => x.State, _ => closing.State).SetProperty(x => x.Ending, _ => closing.Ending).SetProperty(x => x.Fault, _ => closing.Fault)
                .SetProperty(x => x.InputTokens, _ => input).SetProperty(x => x.OutputTokens, _ => output).SetProperty(x => x.Credits, _ => credits)
                .SetProperty(x => x.DoneAt, _ => at).SetProperty(x => x.LeaseUntil, _ => (DateTime?)null);
            if (closing.View is { } view) m.SetProperty(x => x.Text, _ => view.Text).SetProperty(x => x.Reasoning, _ => view.Reasoning);
        }, cancel) == 1;
        if (closed) await db.IndexAsync(closing.AnswerId, cancel);
        if (!closed || used is null) return closed;

        await db.Conversations.Where(c => c.Id == closing.ConversationId).ExecuteUpdateAsync(c => c
            .SetProperty(x => x.Tokens, x => x.Tokens + used.Tokens).SetProperty(x => x.Credits, x => x.Credits + credits)
            .SetProperty(x => x.LastAt, _ => at).BumpVersion(db), cancel);
        return true;
    }
}
