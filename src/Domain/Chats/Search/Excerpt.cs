namespace SaaSChat.Domain.Chats.Search;

/// <summary>A piece of the original text, and whether it is what was looked for.</summary>
public sealed record ExcerptPart(string Text, bool IsHit);

/// <summary>The place of a text where most of a phrase stands together, as it was written.</summary>
public static class Excerpt
{
    private const int Before = 40;
    private const int Length = 220;
    private const string Cut = "…";

    /// <summary>A text that is short anyway, whole.</summary>
    public static IReadOnlyList<ExcerptPart> Whole(string text, SearchPhrase phrase) => Parts(text, HitsIn(text, phrase), 0, text.Length);

    public static IReadOnlyList<ExcerptPart> Of(string text, SearchPhrase phrase)
    {
        var hits = HitsIn(text, phrase);
        var (start, end) = Window(text, hits);
        var parts = Parts(text, hits, start, end);
        if (start > 0) parts.Insert(0, new(Cut, false));
        if (end < text.Length) parts.Add(new(Cut, false));
        return parts;
    }

    private static List<(SearchWord Word, int Which)> HitsIn(string text, SearchPhrase phrase) =>
        [.. SearchWords.Of(text).Select(w => (Word: w, Which: phrase.IndexOf(w.Text))).Where(h => h.Which >= 0)];

    private static (int Start, int End) Window(string text, List<(SearchWord Word, int Which)> hits)
    {
        var first = 0;
        var most = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            var from = hits[i].Word.Start;
            var together = hits.Skip(i).TakeWhile(h => h.Word.End - from <= Length - Before).Select(h => h.Which).Distinct().Count();
            if (together > most) (first, most) = (from, together);
        }

        var start = Math.Max(0, first - Before);
        if (start > 0 && text.AsSpan(start, first - start).IndexOfAny(' ', '\n') is >= 0 and var space) start += space + 1;
        else start = first <= Before ? 0 : first;

        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length && text.LastIndexOfAny([' ', '\n'], end, end - start) is var last && last > start + (Length / 2)) end = last;
        else if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
        return (start, end);
    }

    private static List<ExcerptPart> Parts(string text, List<(SearchWord Word, int Which)> hits, int start, int end)
    {
        var parts = new List<ExcerptPart>();
        var at = start;
        foreach (var (word, _) in hits.Where(h => h.Word.Start >= start && h.Word.End <= end))
        {
            // Of a sign that stands for several words the first one has marked the whole.
            if (word.Start < at) continue;
            if (word.Start > at) parts.Add(new(text[at..word.Start], false));
            parts.Add(new(text[word.Start..word.End], true));
            at = word.End;
        }

        if (at < end) parts.Add(new(text[at..end], false));
        return parts;
    }
}
