namespace SaaSChat.Domain.Chats.Search;

/// <summary>What somebody looks for: all of these words, the last of them perhaps not typed to its end yet.</summary>
/// <param name="Beginning">The last word, where it stands for all that begin with it.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words, string? Beginning)
{
    public const int LongestTyped = 200;
    private const int MostWords = 8;
    private const int ShortestBeginning = 2;

    /// <summary>Null where nothing is left to look for.</summary>
    public static SearchPhrase? Read(string? typed)
    {
        if (typed is null) return null;

        var words = SearchWords.Of(typed.Length > LongestTyped ? typed[..LongestTyped] : typed).Select(w => w.Text).Take(MostWords).ToList();
        if (words is []) return null;
        if (words[^1].Length is < ShortestBeginning or SearchWords.Longest) return new([.. words.Distinct(StringComparer.Ordinal)], null);

        return new([.. words[..^1].Distinct(StringComparer.Ordinal)], words[^1]);
    }

    public bool Hits(string word) => IndexOf(word) >= 0;

    /// <summary>Whether all of it stands in the text.</summary>
    public bool IsIn(string text)
    {
        var left = Enumerable.Range(0, Words.Count + (Beginning is null ? 0 : 1)).ToHashSet();
        foreach (var word in SearchWords.Of(text)) left.RemoveWhere(i => IsPart(i, word.Text));
        return left.Count == 0;
    }

    /// <summary>Which part of the phrase the word is; less than 0 for none.</summary>
    internal int IndexOf(string word)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            if (IsPart(i, word)) return i;
        }

        return Beginning is not null && IsPart(Words.Count, word) ? Words.Count : -1;
    }

    private bool IsPart(int index, string word) =>
        index < Words.Count ? Words[index] == word : word.StartsWith(Beginning!, StringComparison.Ordinal);
}
