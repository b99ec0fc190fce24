using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// An answer while it is written, fed with the whole text so far again and again. All but the last of its blocks are final: they are handed
/// out once. The open one is handed out again as it grows, in steps that grow with it, so that the sum stays in proportion to the text.
/// </summary>
public sealed class GrowingProse
{
    // A step of one part in 32: at a thousand characters about what one flush brings, at thirty thousand a paragraph.
    private const int StepsOfTail = 32;

    private readonly ProseWords _words;
    private HeadingLevels _headings = new();
    private string _links = "";
    private int _closed;
    private int _lines;
    private int _shown = -1;
    private OpenFence? _fence;

    internal GrowingProse(ProseWords words) => _words = words;

    /// <summary>What is new since the last time. The text may only have grown.</summary>
    public Growth Advance(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var closed = new StringBuilder();
        if (_fence is { } fence)
        {
            var added = fence.Read(text);
            if (!fence.IsClosed) return new Growth("", Tail: null, added);
            CloseFence(text, fence.Position, closed);
        }
        else if (text.Length - _shown <= (text.Length - _closed) / StepsOfTail)
        {
            return Growth.None;
        }

        CloseBlocks(text, closed);
        _shown = text.Length;
        var tail = Write(text[_closed..(_fence?.Position ?? text.Length)], _headings.Copy());
        return new Growth(closed.ToString(), tail, Added: "");
    }

    /// <summary>What can be closed of a text that is handed over in one go.</summary>
    internal string Close(string text)
    {
        var closed = new StringBuilder();
        if (_fence is { } fence)
        {
            _ = fence.Read(text);
            if (!fence.IsClosed) return "";
            CloseFence(text, fence.Position, closed);
        }

        CloseBlocks(text, closed);
        return closed.ToString();
    }

    /// <summary>Everything that has not been handed out as closed, when no more will come.</summary>
    internal string Rest(string text) => Write(text[_closed..], _headings);

    private void CloseFence(string text, int end, StringBuilder closed)
    {
        closed.Append(Write(text[_closed..end], _headings));
        _closed = _lines = end;
        _fence = null;
    }

    // By whole lines only: what half a line is, its other half may still change.
    private void CloseBlocks(string text, StringBuilder closed)
    {
        var lines = text.LastIndexOf('\n') + 1;
        if (lines <= _lines) return;
        _lines = lines;

        var source = _links + text[_closed..lines];
        if (Reading.Blocks(source, out var links) is not [.., var last] blocks) return;

        var open = blocks.Length - 1;
        while (open > 0 && AreOneParagraph(source, blocks[open - 1], blocks[open])) open--;
        if (open > 0)
        {
            var start = source.LastIndexOf('\n', Math.Max(blocks[open].Span.Start - 1, 0)) + 1;
            closed.Append(new BlockWriter(_words, _headings).Write(blocks[..open]));
            _closed += start - _links.Length;
            _links = string.Concat(links.Where(link => link.Span.Start < start).Select(link => $"{source.AsSpan(link.Span.Start, link.Span.Length)}\n\n"));
        }

        if (last is FencedCodeBlock { ClosingFencedCharCount: 0 } fence) _fence = OpenFence.At(fence, lines);
    }

    // A table and the lines right before and after it: read again without each other they could be something else.
    private static bool AreOneParagraph(string source, Block before, Block after)
    {
        if (before is not (ParagraphBlock or Table) || after is not (ParagraphBlock or Table)) return false;
        var between = source.AsSpan(before.Span.Start..after.Span.Start);
        foreach (var line in between[..between.LastIndexOf('\n')].EnumerateLines())
            if (line.IsWhiteSpace()) return false;
        return true;
    }

    private string Write(string piece, HeadingLevels headings) =>
        Reading.Blocks(_links + piece, out _) is { } blocks ? new BlockWriter(_words, headings).Write(blocks) : PlainText.Html(piece);
}

/// <summary>What a page does with it: append the closed blocks before the tail, replace the tail (null: it stays), append to the code in the tail.</summary>
public readonly record struct Growth(string Closed, string? Tail, string Added)
{
    public static readonly Growth None = new("", Tail: null, Added: "");
    public bool IsNone => this == None;
}
