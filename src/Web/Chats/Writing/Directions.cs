using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>Which way each block reads; code and mathematics have no say.</summary>
internal sealed class Directions
{
    private readonly Dictionary<Block, LetterCount> _counted = [];

    public string? Of(Block block) => Count(block).Direction;

    /// <summary>An item reads as its own words do; only one without any, as what is listed under it.</summary>
    public string? OfItem(ContainerBlock item)
    {
        var own = new LetterCount();
        foreach (var leaf in item.OfType<LeafBlock>()) own.Add(Count(leaf));
        return own.Direction ?? Of(item);
    }

    private LetterCount Count(Block block)
    {
        if (_counted.TryGetValue(block, out var known)) return known;
        var letters = new LetterCount();
        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container) letters.Add(Count(child));
                break;
            case CodeBlock or MathBlock:
                break;
            case LeafBlock { Inline: null } leaf:
                for (var i = 0; i < leaf.Lines.Count; i++) letters.Add(leaf.Lines.Lines[i].Slice.AsSpan());
                break;
            case LeafBlock { Inline: { } inlines }:
                foreach (var literal in inlines.Descendants<LiteralInline>())
                    if (literal.Parent is not LinkInline { IsAutoLink: true }) letters.Add(literal.Content.AsSpan());
                break;
        }

        return _counted[block] = letters;
    }
}
