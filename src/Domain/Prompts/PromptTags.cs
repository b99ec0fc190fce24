namespace SaaSChat.Domain.Prompts;

/// <summary>A prompt's tags as they are typed, with commas between them; the Arabic comma is one too.</summary>
public static class PromptTags
{
    public const int Length = 30;
    public const int Most = 8;

    private static readonly char[] Commas = [',', '،', '\n'];

    /// <summary>Null where one is too long or there are too many.</summary>
    public static IReadOnlyList<string>? Read(string? typed)
    {
        var tags = (typed ?? "").Split(Commas).Select(t => OneLine.Of(t, Length + 1)).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return tags.Count <= Most && tags.TrueForAll(t => t.Length <= Length) ? tags : null;
    }
}
