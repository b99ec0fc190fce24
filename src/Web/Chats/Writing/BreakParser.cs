using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>The one tag that models write because tables leave them no other way to begin a line. Every other tag is text.</summary>
internal sealed class BreakParser : InlineParser
{
    private static readonly string[] Tags = ["<br>", "<br/>", "<br />"];

    public BreakParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        foreach (var tag in Tags)
        {
            if (!slice.AsSpan().StartsWith(tag, StringComparison.OrdinalIgnoreCase)) continue;
            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new BreakTag { Line = line, Column = column, Span = new SourceSpan(start, start + tag.Length - 1) };
            slice.Start += tag.Length;
            return true;
        }

        return false;
    }
}

/// <summary>Not the library's line break: that one ends a table's row.</summary>
internal sealed class BreakTag : LeafInline;
