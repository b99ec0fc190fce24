namespace SaaSChat.Domain.Assistants;

/// <summary>How an assistant presents itself in one language.</summary>
/// <param name="Starters">Questions to begin with.</param>
public sealed record AssistantWords(string Name, string About, IReadOnlyList<string> Starters)
{
    public const int NameLength = 60;
    public const int AboutLength = 200;
    public const int StarterLength = 200;
    public const int MostStarters = 4;

    /// <summary>Each on a line of its own. What is blank falls away, and so does what is more than there may be.</summary>
    public static AssistantWords Of(string? name, string? about, IEnumerable<string?> starters) => new(
        OneLine.Of(name ?? "", NameLength), OneLine.Of(about ?? "", AboutLength),
        [.. starters.Select(s => OneLine.Of(s ?? "", StarterLength)).Where(s => s.Length > 0).Take(MostStarters)]);
}
