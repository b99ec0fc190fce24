using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// A line that is only "$$" or "\[" begins it, the end of a line ends it. The first line alone decides, so that a text which is still
/// growing is read as it will be when it is whole.
/// </summary>
internal sealed class MathBlockParser : BlockParser
{
    public MathBlockParser() => OpeningCharacters = ['$', '\\'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent) return BlockState.None;
        var closing = processor.Line.AsSpan().TrimEnd() switch
        {
            "$$" => "$$",
            "\\[" => "\\]",
            _ => null,
        };
        if (closing is null) return BlockState.None;

        processor.NewBlocks.Push(new MathBlock(this, closing) { Column = processor.Column, Span = new SourceSpan(processor.Start, processor.Line.End) });
        return BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.Break;
        var math = (MathBlock)block;
        var line = processor.Line.AsSpan().TrimEnd();
        math.UpdateSpanEnd(processor.Line.End);
        if (!line.EndsWith(math.Closing, StringComparison.Ordinal)) return BlockState.Continue;

        math.IsComplete = true;
        if (line.Length == math.Closing.Length) return BlockState.BreakDiscard;
        var last = new StringSlice(processor.Line.Text, processor.Start, processor.Start + line.Length - math.Closing.Length - 1);
        math.AppendLine(ref last, processor.Column, processor.LineIndex, processor.CurrentLineStartPosition, trackTrivia: false);
        return BlockState.BreakDiscard;
    }
}
