using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Chats;

/// <summary>What of a conversation is sent along with a question: as much of its end as the model can read, beginning with a question.</summary>
public static class PromptTurns
{
    /// <param name="said">In order, the question last.</param>
    /// <param name="room">How many tokens there is room for.</param>
    public static IReadOnlyList<ChatTurn> Of(IEnumerable<ChatTurn> said, long room)
    {
        var turns = new List<ChatTurn>();
        var length = 0L;
        foreach (var turn in said.Where(t => t.Text.Length > 0).Reverse())
        {
            length += TokenEstimate.OfPrompt([turn.Text]).Most;

            // The question itself always goes: whether it is too long is for its price and its model to say.
            if (turns.Count > 0 && length > room) break;
            turns.Add(turn);
        }

        turns.Reverse();
        return [.. turns.SkipWhile((t, i) => t.Role == ChatRole.Assistant && i < turns.Count - 1)];
    }
}
