using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>How an answer is read: what of markdown we understand, and how much of it.</summary>
internal static class Reading
{
    /// <summary>A longer piece is no prose any more.</summary>
    public const int Longest = 200_000;

    private const int DeepestLine = 100;
    private static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Null where it is nested more deeply than anybody writes.</summary>
    public static Block[]? Blocks(string markdown, out IReadOnlyList<LinkReferenceDefinition> links)
    {
        links = [];
        if (markdown.Length > Longest || IsTooDeep(markdown)) return null;
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            links = [.. document.OfType<LinkReferenceDefinitionGroup>().SelectMany(g => g.OfType<LinkReferenceDefinition>())];
            return [.. document.Where(block => block is not LinkReferenceDefinitionGroup)];
        }
        catch (ArgumentException)
        {
            // The library's word for "nested too deeply".
            return null;
        }
    }

    // Before the library: it would build them all first.
    private static bool IsTooDeep(string markdown)
    {
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var marks = 0;
            for (var i = 0; i < line.Length; i++)
            {
                var spaced = i + 1 < line.Length && line[i + 1] is ' ' or '\t';
                if (line[i] == '>' || (line[i] is '-' or '*' or '+' or '.' or ')' && spaced)) marks++;
                else if (line[i] is not (' ' or '\t') && !char.IsAsciiDigit(line[i])) break;
            }

            if (marks > DeepestLine) return true;
        }

        return false;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true }
            .DisableHtml().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.Insert(0, new MathBlockParser());
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new TableEndParser(builder.BlockParsers.FindExact<ParagraphBlockParser>()!));
        builder.InlineParsers.Insert(0, new MathInlineParser());
        builder.InlineParsers.Insert(0, new BreakParser());
        foreach (var parser in builder.BlockParsers.Where(p => p is ParagraphBlockParser or HeadingBlockParser)) parser.Closed += (_, block) => Taming.Tame(block);
        return builder.Build();
    }
}
