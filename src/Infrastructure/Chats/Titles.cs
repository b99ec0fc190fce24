using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Gives a new conversation a title by the cheapest model that can be asked: a small call of its own, which guests and nearly empty accounts are spared.</summary>
internal sealed class Titles(AppDbContext db, MeteredCalls calls, ModelAnswers answers, OfferedModels offered, TimeProvider clock, ILogger<Titles> log)
{
    private const long LeastSpendable = 500;
    private const int LongestTitle = 40;
    private const int Excerpt = 1_000;
    private const string Instructions = "Write a title for this conversation, in its own language, of at most six words. Answer with the title alone, without quotation marks.";

    private static readonly Quantities Usual = Quantities.Of((UsageKind.Input, 500), (UsageKind.Output, 20));

    public async Task GiveAsync(LiveAnswer live)
    {
        if (live.Asker.IsGuest || live.View is not { State: MessageState.Complete, Text: { Length: > 0 } text }) return;

        var conversation = await db.Conversations.AsNoTracking().Where(c => c.Id == live.ConversationId && c.TitledBy == TitleOrigin.FirstWords && c.GoesAt == null)
            .Select(c => new { c.AccountId, First = db.Messages.Where(m => m.ConversationId == c.Id && m.Seq == 1).Select(m => m.Text).First() }).SingleOrDefaultAsync();
        if (conversation is null || await db.CreditAccounts.BalanceAsync(conversation.AccountId, clock.UtcNow(), CancellationToken.None) is not { Spendable: >= LeastSpendable }) return;

        ChatTurn[] turns = [new(ChatRole.User, $"{Start(conversation.First)}\n\n---\n\n{Start(text)}")];
        foreach (var model in Cheapest())
        {
            var call = new Call(live.Asker.AccountId, live.Asker.UserId, model.Key, UsageSource.Title, live.ConversationId);
            var order = AnswerCalls.OrderOf(live.Id, 0, call, turns, Instructions) with { Key = $"title:{live.Id:N}:{model.Key}", WantedOutput = LongestTitle };
            if (await calls.OpenAsync(order, CancellationToken.None) is not { IsOpen: true } open) continue;

            await WriteAsync(live, model, open, turns);
            return;
        }
    }

    private async Task WriteAsync(LiveAnswer live, ChatModel model, CallAnswer open, IReadOnlyList<ChatTurn> turns)
    {
        var (title, reported, key, outcome) = (new System.Text.StringBuilder(), (Quantities?)null, (Guid?)null, CallOutcome.Completed);
        try
        {
            var request = new ChatRequest($"{open.Call!.HoldId:N}", model.Key, turns, open.Call.OutputCap, Instructions);
            await foreach (var piece in answers.AskAsync(model, request, CancellationToken.None))
            {
                if (piece is AnswerPiece.Text text) title.Append(text.Value);
                if (piece is AnswerPiece.Usage usage) reported = usage.Reported;
                if (piece is AnswerPiece.From from) key = from.KeyId;
            }
        }
        catch (ChatProviderException e)
        {
            log.LogWarning(e, "The title of conversation {Conversation} by {Model} came to nothing: {Fault}", live.ConversationId, model.Key, e.Fault);
            outcome = CallOutcome.Failed;
        }

        await calls.SettleAsync(open.Call!, new CallEnd(outcome, reported, title.ToString()) { ProviderKeyId = key }, CancellationToken.None);
        var words = OneLine.Of(title.ToString().Trim(' ', '"', '\'', '«', '»', '“', '”', '.', '\n'), Conversation.TitleLength);
        if (outcome == CallOutcome.Completed && words.Length > 0) await NameAsync(live.ConversationId, words);
    }

    // What a person wrote meanwhile stays.
    private Task<int> NameAsync(Guid conversationId, string title) => db.Conversations.Where(c => c.Id == conversationId && c.TitledBy == TitleOrigin.FirstWords)
        .ExecuteUpdateAsync(c => c.SetProperty(x => x.Title, _ => title).SetProperty(x => x.TitledBy, _ => TitleOrigin.Model).BumpVersion(db));

    // The demo model can only show what it shows; its conversations keep their first words.
    private IEnumerable<ChatModel> Cheapest()
    {
        var now = clock.UtcNow();
        return offered.Now.Where(m => !m.IsDemo && answers.IsConnected(m)).OrderBy(m => m.PriceAt(now)?.Standard.CreditsFor(Usual, Margin.Zero) ?? long.MaxValue);
    }

    private static string Start(string text) => text.Length > Excerpt ? text[..Excerpt] : text;
}
