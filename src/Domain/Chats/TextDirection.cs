using System.Buffers;

namespace SaaSChat.Domain.Chats;

/// <summary>
/// Which way a text reads, as HTML says it: by the majority of its letters, because a sentence in Arabic may well begin with a Latin name.
/// Code and addresses have no say. Null where nothing has: figures alone read as what is around them.
/// </summary>
public static class TextDirection
{
    public const string LeftToRight = "ltr";
    public const string RightToLeft = "rtl";

    private static readonly SearchValues<char> SchemeLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static string? Of(string text) => Of(text.AsSpan());

    public static string? Of(ReadOnlySpan<char> text)
    {
        var letters = new LetterCount();
        while (!text.IsEmpty)
        {
            var prose = ProseBefore(text, out var skipped);
            letters.Add(text[..prose]);
            text = text[(prose + skipped)..];
        }

        return letters.Direction;
    }

    private static int ProseBefore(ReadOnlySpan<char> text, out int skipped)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny('`', ':');
            if (next < 0) break;
            at += next;

            if (text[at] == '`' && CodeAt(text[at..]) is > 0 and var code)
            {
                skipped = code;
                return at;
            }

            if (text[at..].StartsWith("://", StringComparison.Ordinal))
            {
                var start = text[..at].LastIndexOfAnyExcept(SchemeLetters) + 1;
                var end = text[at..].IndexOfAny(" \t\n<>");
                skipped = (end < 0 ? text.Length : at + end) - start;
                return start;
            }

            at += text[at] == '`' ? Ticks(text[at..]) : 1;
        }

        skipped = 0;
        return text.Length;
    }

    private static int CodeAt(ReadOnlySpan<char> text)
    {
        var ticks = Ticks(text);
        var end = text[ticks..].IndexOf(text[..ticks]);
        if (end >= 0) return ticks + end + ticks;
        return ticks >= 3 ? text.Length : 0;
    }

    private static int Ticks(ReadOnlySpan<char> text) => text.IndexOfAnyExcept('`') is >= 0 and var end ? end : text.Length;
}
