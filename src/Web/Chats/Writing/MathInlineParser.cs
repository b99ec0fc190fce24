using Markdig.Helpers;
using Markdig.Parsers;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>Mathematics within a line: $x$, $$x$$, \(x\) and \[x\]. What a dollar costs stays text.</summary>
internal sealed class MathInlineParser : InlineParser
{
    // Every sign that opens looks this far for its end: a text full of them must not be read again for each.
    private const int Longest = 2000;

    public MathInlineParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        if (rest.Length > Longest) rest = rest[..Longest];
        var before = slice.PeekCharExtra(-1);

        var tex = rest switch
        {
            ['$', '$', ..] => Between(rest, "$$", "$$", MathSigns.AreThere),
            ['$', ..] when before is not ('$' or '\\') && !char.IsLetterOrDigit(before) => Dollars.Between(rest),
            ['\\', '(', ..] => Between(rest, "\\(", "\\)", MathSigns.MayBe),
            ['\\', '[', ..] => Between(rest, "\\[", "\\]", MathSigns.AreThere),
            _ => [],
        };
        if (tex.IsEmpty) return false;

        var sign = rest[0] == '$' && rest[1] != '$' ? 1 : 2;
        var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
        var length = tex.Length + 2 * sign;
        processor.Inline = new MathInline(tex.ToString(), display: sign == 2 && rest[1] != '(')
        {
            Line = line,
            Column = column,
            Span = new Markdig.Syntax.SourceSpan(start, start + length - 1),
        };
        slice.Start += length;
        return true;
    }

    private static ReadOnlySpan<char> Between(ReadOnlySpan<char> text, string opening, string closing, Func<string, bool> isMath)
    {
        var inner = text[opening.Length..];
        var end = inner.IndexOf(closing);
        if (end <= 0 || inner[..end].IsWhiteSpace()) return [];
        return isMath(inner[..end].ToString()) ? inner[..end] : [];
    }
}
