using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Chats;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Infrastructure.Chats;

/// <summary>Reads what was said before the place where a turn stands.</summary>
public sealed class Transcripts(AppDbContext db, LastValid<AnswerOptions> answers)
{
    /// <summary>Null where there is no such place.</summary>
    internal async Task<Place?> PlaceAsync(Conversation conversation, Turn turn, CancellationToken cancel)
    {
        if (turn.ConversationId is null) return turn.Kind == TurnKind.Say ? new Place([], null, null, false, false, answers.Value.MaxOutput) : null;

        var said = await db.Messages.AsNoTracking().In(conversation.Id).Select(m => new Said(m.Id, m.ParentId, m.Seq, m.Role, m.Text, m.State)).ToListAsync(cancel);
        var tree = new MessageTree(said.Select(s => new MessageNode(s.Id, s.ParentId, s.Seq)));
        var byId = said.ToDictionary(s => s.Id);
        var target = turn.Target is { } id ? byId.GetValueOrDefault(id) : null;

        return (turn.Kind, target?.Role) switch
        {
            (TurnKind.Say, null) => At(conversation.LeafId, null),
            (TurnKind.Edit, ChatRole.User) => At(target!.ParentId, null),
            (TurnKind.Again, ChatRole.Assistant) when target!.ParentId is not null => At(target.ParentId, target.ParentId),
            (TurnKind.GoOn, ChatRole.Assistant) => At(target!.Id, target.Id),
            _ => null,
        };

        Place At(Guid? after, Guid? answerTo)
        {
            var path = tree.PathTo(after).Select(m => byId[m]).ToList();
            return new([.. path.Select(s => new ChatTurn(s.Role, s.Text))], after, answerTo, turn.Kind == TurnKind.GoOn, path.Exists(s => s.State.IsRunning()), answers.Value.MaxOutput);
        }
    }

    private sealed record Said(Guid Id, Guid? ParentId, int Seq, ChatRole Role, string Text, MessageState State);
}

/// <summary>Where a turn stands: what was said before it, and which messages the question and the answer follow.</summary>
internal sealed record Place(IReadOnlyList<ChatTurn> Before, Guid? QuestionAfter, Guid? AnswerTo, bool GoesOn, bool IsBusy, int LongestAnswer)
{
    // Said by nobody: it stands only in what the model reads.
    private const string GoOn = "Go on exactly where your last answer was cut off. Repeat nothing and say nothing about it.";

    private const int AnyWindow = 8_000;

    public IReadOnlyList<ChatTurn> TurnsFor(ChatModel model, string? question, string? instructions)
    {
        var said = Before.AsEnumerable();
        if (question is not null) said = said.Append(new(ChatRole.User, question));
        if (GoesOn) said = said.Append(new(ChatRole.User, GoOn));
        var answer = Math.Min(model.MaxOutput ?? LongestAnswer, LongestAnswer);
        return PromptTurns.Of(said, (model.ContextWindow ?? AnyWindow) - answer - TokenEstimate.OfText(instructions ?? "").Most);
    }
}
