using Markdig.Parsers;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// A table ends at a line without a bar: there a new paragraph begins. The library would say of such a table that it never was one, and
/// models like to go on without a blank line.
/// </summary>
internal sealed class TableEndParser(ParagraphBlockParser paragraphs) : BlockParser
{
    private static readonly object IsTable = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.CurrentBlock is not ParagraphBlock { Lines.Count: > 0 } paragraph) return BlockState.None;
        var line = processor.Line.AsSpan();
        var hasBar = line.Contains('|');
        if (!hasBar && !processor.IsCodeIndent && paragraph.ContainsData(IsTable))
        {
            processor.NewBlocks.Push(new ParagraphBlock(paragraphs) { Column = processor.Column, Span = new SourceSpan(processor.Line.Start, processor.Line.End) });
            return BlockState.Continue;
        }

        var isSecondLine = hasBar && line.Contains('-') && line.IndexOfAnyExcept("|-: \t") < 0;
        if (isSecondLine && paragraph.Lines.Lines[paragraph.Lines.Count - 1].Slice.AsSpan().Contains('|')) paragraph.SetData(IsTable, true);
        return BlockState.None;
    }
}
