using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Chats.Search;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Says something in a conversation and has it answered: credits are set aside and both messages saved in one transaction, then the node writes.</summary>
public sealed class Asking(AppDbContext db, MeteredCalls calls, ModelAnswers models, OfferedModels offered, ModelFallbacks fallbacks, Answers answers, Transcripts transcripts, IOptionsMonitor<RetentionOptions> retention, TimeProvider clock)
{
    public Task<Asked> AskAsync(Asker asker, Turn turn, CancellationToken cancel) => db.AgainOnConflictAsync(() => OnceAsync(asker, turn, cancel));

    private async Task<Asked> OnceAsync(Asker asker, Turn turn, CancellationToken cancel)
    {
        var ids = (Conversation: turn.ConversationId ?? Ids.NewId(), Question: Ids.NewId(), Answer: Ids.NewId());
        (LiveAnswer Live, AnswerOrder Order)? begun = null;
        var asked = await db.WriteAsync(async () =>
        {
            begun = null;
            if (await AgainAsync(asker, turn, cancel) is { } before) return before;

            var conversation = turn.ConversationId is null
                ? await BeginAsync(ids.Conversation, asker, turn, cancel)
                : await db.Conversations.OwnedBy(asker.UserId).SingleOrDefaultAsync(c => c.Id == ids.Conversation, cancel);
            if (conversation is null && turn.ConversationId is null) return Asked.Refused(AskRefusal.NoSuchAssistant);
            if (conversation is null || await transcripts.PlaceAsync(conversation, turn, cancel) is not { } place) return Asked.Refused(AskRefusal.NotFound);
            if (place.IsBusy) return Asked.Refused(AskRefusal.StillAnswering);

            var chain = ChainOf(turn.ModelKey ?? conversation.ModelKey);
            if (chain is []) return Asked.Refused(new CallRefusal.NoSuchModel(turn.ModelKey ?? conversation.ModelKey));
            if (!models.IsConnected(chain[0])) return Asked.Refused(AskRefusal.NotConnected);

            var briefing = await db.BriefingAsync(conversation, asker, cancel);
            var turns = place.TurnsFor(chain[0], turn.Text, briefing.Instructions);
            var call = new Call(conversation.AccountId, asker.UserId, chain[0].Key, UsageSource.Chat, conversation.Id);
            var open = await calls.OpenAsync(AnswerCalls.OrderOf(ids.Answer, 1, call, turns, briefing.Instructions), cancel);
            if (!open.IsOpen && open.Refusal is not CallRefusal.TooManyAtOnce) return Asked.Refused(open.Refusal);

            await SaveAsync(conversation, turn, place, ids.Question, ids.Answer, open, cancel);
            begun = (new LiveAnswer(ids.Answer, conversation.Id, asker with { AccountId = conversation.AccountId }),
                new AnswerOrder(chain, turns, briefing, open.IsOpen ? open : null));
            return Asked.Answered(conversation.Id, turn.Text is null ? null : ids.Question, ids.Answer);
        }, cancel, isThere: () => db.Messages.AnyAsync(m => m.Id == ids.Answer, cancel));

        if (begun is var (live, order)) answers.Start(live, order);
        return asked;
    }

    // A form that is sent twice, or again because the answer to it was lost, finds what it began.
    private async Task<Asked?> AgainAsync(Asker asker, Turn turn, CancellationToken cancel)
    {
        var before = await db.Messages.OwnedBy(db.Conversations, asker.UserId).Where(m => m.ClientId == turn.ClientId)
            .Select(m => new { m.Id, m.ConversationId, m.Role }).FirstOrDefaultAsync(cancel);
        if (before is null) return null;
        if (before.Role == ChatRole.Assistant) return Asked.Answered(before.ConversationId, null, before.Id);

        var answer = await db.Messages.Where(m => m.ParentId == before.Id && m.ConversationId == before.ConversationId).OrderBy(m => m.Seq).Select(m => m.Id).FirstAsync(cancel);
        return Asked.Answered(before.ConversationId, before.Id, answer);
    }

    // Null where it is to follow an assistant that is not there.
    private async Task<Conversation?> BeginAsync(Guid id, Asker asker, Turn turn, CancellationToken cancel)
    {
        var begun = Conversation.Begin(id, asker.AccountId, asker.UserId, turn.ClientId, clock.UtcNow());
        if (turn.IsTemporary) begun.GoAt(clock.UtcNow());
        if (turn.Assistant is null) return begun;
        if (await db.Assistants.Named(turn.Assistant, asker.UserId).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel) is not { } assistant) return null;

        begun.Follow(assistant);
        return begun;
    }

    private IReadOnlyList<ChatModel> ChainOf(string key) => offered.Now.FirstOrDefault(m => m.Key == key) is { } model ? fallbacks.ChainOf(model) : [];

    private async Task SaveAsync(Conversation conversation, Turn turn, Place place, Guid questionId, Guid answerId, CallAnswer open, CancellationToken cancel)
    {
        var at = clock.UtcNow();
        var to = place.AnswerTo;
        if (turn.ConversationId is null) db.Conversations.Add(conversation);
        if (conversation.GoesAt is not null) conversation.GoAt(at + retention.CurrentValue.TemporaryChats);
        if (turn.Text is not null)
        {
            var question = conversation.Ask(questionId, place.QuestionAfter, turn.Text, turn.ClientId, at);
            db.Messages.Add(question);
            to = question.Id;
        }

        var answer = conversation.Answer(answerId, to!.Value, open.Call?.ModelKey ?? turn.ModelKey ?? conversation.ModelKey, turn.Text is null ? turn.ClientId : null, at);
        if (open.IsOpen) answer.Begin(open.Call.HoldId, open.Call.ModelKey);
        db.Messages.Add(answer);
        await db.SaveChangesAsync(cancel);
        if (turn.Text is not null) await db.IndexAsync(questionId, cancel);
    }
}
