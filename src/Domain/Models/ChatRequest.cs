namespace SaaSChat.Domain.Models;

/// <summary>What a model is asked: who it is to be, what was said so far, and how long its answer may get.</summary>
/// <param name="CallId">Of this one attempt; sent along where the protocol has a place for it, and logged.</param>
public sealed record ChatRequest(
    string CallId, string Model, IReadOnlyList<ChatTurn> Turns, long MaxOutput, string? Instructions = null, double? Temperature = null, bool Reasoning = false)
{
    /// <summary>What the provider calls the model, where admins have said so.</summary>
    public string? SentAs { get; init; }

    /// <summary>Everything that is sent, for the estimate of its length.</summary>
    public IEnumerable<string> Texts => Instructions is { Length: > 0 } ? Turns.Select(t => t.Text).Prepend(Instructions) : Turns.Select(t => t.Text);
}
