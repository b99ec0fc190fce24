using System.Text;

namespace SaaSChat.Domain.Chats.Search;

/// <summary>A word of a key, and where it stands in the text that the key was made of.</summary>
public readonly record struct SearchWord(string Text, int Start, int End);

public static class SearchWords
{
    /// <summary>Longer words are known by their beginning.</summary>
    public const int Longest = 32;

    /// <summary>What a message is found by: of a very long one, the words that come first.</summary>
    public const int MostOfOneMessage = 1_000;

    /// <summary>The terms under which a message is entered.</summary>
    public static IReadOnlyList<string> TermsOf(string text) =>
        [.. Of(text).Select(w => w.Text).Distinct(StringComparer.Ordinal).Take(MostOfOneMessage)];

    public static IEnumerable<SearchWord> Of(string text)
    {
        var key = SearchKey.Of(text);
        for (var at = 0; at < key.Text.Length;)
        {
            var end = EndOfWord(key.Text, at);
            if (end > at)
            {
                var (start, last) = key.Original(at, end);
                yield return new(key.Text[at..Math.Min(end, at + Longest)], start, last);
            }

            at = end > at ? end : at + LengthAt(key.Text, at);
        }
    }

    private static int EndOfWord(string key, int at)
    {
        var end = at;
        while (end < key.Length && Rune.TryGetRuneAt(key, end, out var rune) && Rune.IsLetterOrDigit(rune))
        {
            var alone = StandsAlone(rune.Value);
            if (alone && end > at) break;
            end += rune.Utf16SequenceLength;
            if (alone) break;
        }

        return end;
    }

    private static int LengthAt(string key, int at) => Rune.TryGetRuneAt(key, at, out var rune) ? rune.Utf16SequenceLength : 1;

    // Chinese and Japanese put no spaces between words: each sign is one.
    private static bool StandsAlone(int letter) => letter is (>= 0x2E80 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
