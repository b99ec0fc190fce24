namespace SaaSChat.Domain.Models;

/// <summary>What a provider sends while it answers.</summary>
public abstract record AnswerPiece
{
    /// <summary>Which key the answer comes from, told before its first word; a provider that needs none has none.</summary>
    public sealed record From(Guid KeyId) : AnswerPiece;

    public sealed record Text(string Value) : AnswerPiece;

    /// <summary>What the model thinks before it answers, where the provider shows it.</summary>
    public sealed record Reasoning(string Value) : AnswerPiece;

    /// <summary>Null: a report that cannot be believed.</summary>
    public sealed record Usage(Quantities? Reported) : AnswerPiece;

    public sealed record End(AnswerEnd Why) : AnswerPiece;
}

public enum AnswerEnd
{
    Complete,

    /// <summary>As long as it was allowed to get.</summary>
    Length,

    /// <summary>The provider's filter stopped it.</summary>
    Filtered,
}
