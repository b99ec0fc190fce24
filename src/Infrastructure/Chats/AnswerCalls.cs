using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>An answer's calls and its row, changed together: what is charged and what is shown never part.</summary>
internal sealed class AnswerCalls(AppDbContext db, MeteredCalls calls, TimeProvider clock)
{
    public static CallOrder OrderOf(Guid answerId, int attempt, Call call, IReadOnlyList<ChatTurn> turns, string? instructions = null) =>
        new($"message:{answerId:N}:{attempt}", call, TokenEstimate.OfPrompt(new ChatRequest("", call.ModelKey, turns, 0, instructions).Texts));

    public Task<CallAnswer> OpenAsync(LiveAnswer live, AnswerOrder order, ChatModel model, int attempt)
    {
        var call = new Call(live.Asker.AccountId, live.Asker.UserId, model.Key, UsageSource.Chat, live.ConversationId);
        return db.WriteAsync(async () =>
        {
            var open = await calls.OpenAsync(OrderOf(live.Id, attempt, call, order.Turns), CancellationToken.None);
            if (open.IsOpen) await BeginAsync(live.Id, open.Call);
            return open;
        }, CancellationToken.None, isThere: () => Task.FromResult(false));
    }

    /// <summary>Null when so many more tokens are set aside.</summary>
    public async Task<CallRefusal?> ExtendAsync(CallAnswer open, long more, CancellationToken cancel)
    {
        var output = open.Call!.OutputCap + more;
        var refusal = await calls.ExtendAsync(open.Call, output, cancel);
        if (refusal is null) open.Call.RaiseTo(output, open.Quote!);
        return refusal;
    }

    /// <summary>The call came to nothing and another model is asked: it is written down as failed and costs nothing.</summary>
    public Task GiveUpAsync(LiveAnswer live, CallAnswer open)
    {
        live.GiveUp();
        return calls.SettleAsync(open.Call!, new CallEnd(CallOutcome.Failed, null, ""), CancellationToken.None);
    }

    public async Task EndAsync(LiveAnswer live, CallAnswer open, Written written)
    {
        var holdId = open.Call!.HoldId;
        await db.WriteAsync(async () =>
        {
            await calls.SettleAsync(open.Call, written.End, CancellationToken.None);
            await CloseAsync(live, written.State, written.Ending, written.Fault, holdId);
            return true;
        }, CancellationToken.None, isThere: () => IsOverAsync(live.Id));
        live.End(written.State);
    }

    /// <summary>It was never asked: stopped while it waited, or refused.</summary>
    public async Task EndUnopenedAsync(LiveAnswer live, CallRefusal? why)
    {
        var (state, ending) = why switch
        {
            null => (MessageState.Stopped, live.StoppedBy ?? AnswerEnding.StoppedByPerson),
            CallRefusal.NotEnoughCredits => (MessageState.Failed, AnswerEnding.OutOfCredits),
            CallRefusal.OverLimit => (MessageState.Failed, AnswerEnding.OverLimit),
            CallRefusal.NoSuchModel or CallRefusal.NotInPlan or CallRefusal.NotForSale => (MessageState.Failed, AnswerEnding.ModelGone),
            _ => (MessageState.Failed, AnswerEnding.NodeLost),
        };
        await CloseAsync(live, state, ending, null, null);
        live.End(state);
    }

    /// <summary>What has been written so far, kept for whoever reads it on another node; the hold's and the row's leases begin anew.</summary>
    public Task FlushAsync(IReadOnlyCollection<LiveAnswer> running, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var until = (DateTime?)(clock.UtcNow() + CreditHold.Lease);
        foreach (var live in running)
        {
            var view = live.View;
            await db.Messages.Running().Where(m => m.Id == live.Id).ExecuteUpdateAsync(m => m
                .SetProperty(x => x.LeaseUntil, _ => until).SetProperty(x => x.Text, _ => view.Text).SetProperty(x => x.Reasoning, _ => view.Reasoning), cancel);
            if (live.Call is { } call && !await calls.RenewAsync(call, live.Written, cancel) && live.IsPaidBy(call)) live.Stop(AnswerEnding.NodeLost);
        }

        return true;
    }, cancel, isThere: () => Task.FromResult(false));

    private Task<int> BeginAsync(Guid answerId, OpenCall call) => db.Messages.Where(m => m.Id == answerId).ExecuteUpdateAsync(m => m
        .SetProperty(x => x.State, _ => MessageState.Streaming).SetProperty(x => x.HoldId, _ => call.HoldId).SetProperty(x => x.ModelKey, _ => call.ModelKey));

    private Task<bool> CloseAsync(LiveAnswer live, MessageState state, AnswerEnding ending, ProviderFault? fault, Guid? holdId) => db.CloseAsync(
        db.Messages.Where(m => m.Id == live.Id), new AnswerClosing(live.ConversationId, state, ending, fault, holdId, live.View), clock.UtcNow(), CancellationToken.None);

    private Task<bool> IsOverAsync(Guid answerId) => db.Messages.AnyAsync(m => m.Id == answerId && m.LeaseUntil == null);
}
