using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// The blocks of a text as HTML. Only the tags written here can come out, whatever went in: what is not known is written as its text.
/// </summary>
internal sealed class BlockWriter
{
    private readonly StringBuilder _html = new();
    private readonly Directions _directions = new();
    private readonly HeadingLevels _headings;
    private readonly InlineWriter _inlines;
    private readonly CodeWriter _code;
    private readonly TableWriter _tables;

    public BlockWriter(ProseWords words, HeadingLevels headings)
    {
        _headings = headings;
        _inlines = new InlineWriter(_html, words);
        _code = new CodeWriter(_html, words);
        _tables = new TableWriter(_html, words, _directions, cell => WriteAll(cell, tight: true));
    }

    public string Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Write(block, tight: false);
        return _html.ToString();
    }

    private void Write(Block block, bool tight)
    {
        switch (block)
        {
            case HeadingBlock heading: Write($"h{_headings.Shift(heading.Level)}", heading); break;
            case ParagraphBlock paragraph when tight: WriteText(paragraph); break;
            case ParagraphBlock paragraph: Write("p", paragraph); break;
            case Table table: _tables.Write(table); break;
            case ListBlock list: Write(list); break;
            case QuoteBlock quote: WriteQuote(quote); break;
            case CodeBlock code: _code.Write(code); break;
            case MathBlock math: Write(math); break;
            case ThematicBreakBlock: _html.Append("<hr>\n"); break;
            case ContainerBlock container: WriteAll(container, tight); break;
            case LeafBlock leaf: Write("p", leaf); break;
        }
    }

    private void WriteAll(ContainerBlock container, bool tight)
    {
        foreach (var block in container) Write(block, tight);
    }

    private void Write(string tag, LeafBlock block)
    {
        _html.Append('<').Append(tag).AppendDirection(_directions.Of(block)).Append('>');
        WriteText(block);
        _html.Append("</").Append(tag).Append(">\n");
    }

    private void WriteText(LeafBlock block)
    {
        if (block.Inline is { } inlines) _inlines.Write(inlines);
        else for (var i = 0; i < block.Lines.Count; i++) _html.AppendText(block.Lines.Lines[i].Slice.AsSpan()).Append('\n');
    }

    private void Write(ListBlock list)
    {
        _html.Append(list.IsOrdered ? "<ol" : "<ul").AppendDirection(_directions.Of(list));
        if (list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first != 1)
            _html.Append(CultureInfo.InvariantCulture, $" start=\"{first}\"");
        _html.Append(">\n");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            _html.Append("<li").AppendDirection(_directions.OfItem(item)).Append('>');
            WriteAll(item, tight: !list.IsLoose);
            _html.Append("</li>\n");
        }

        _html.Append(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private void WriteQuote(QuoteBlock quote)
    {
        _html.Append("<blockquote").AppendDirection(_directions.Of(quote)).Append(">\n");
        WriteAll(quote, tight: false);
        _html.Append("</blockquote>\n");
    }

    private void Write(MathBlock math)
    {
        _html.Append(math.IsComplete ? "<div class=\"math\" data-display dir=\"ltr\">" : "<p dir=\"ltr\">");
        for (var i = 0; i < math.Lines.Count; i++) _html.Append(i == 0 ? "" : "\n").AppendCode(math.Lines.Lines[i].Slice.AsSpan().TrimEnd());
        _html.Append(math.IsComplete ? "</div>\n" : "</p>\n");
    }
}

internal static class DirectionAttribute
{
    public static StringBuilder AppendDirection(this StringBuilder html, string? direction) =>
        direction is null ? html : html.Append(" dir=\"").Append(direction).Append('"');
}
