using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>Mathematics on lines of its own, between "$$" or "\[" and "\]".</summary>
internal sealed class MathBlock(BlockParser parser, string closing) : LeafBlock(parser)
{
    public string Closing { get; } = closing;

    /// <summary>Without its end it is no mathematics, but text that happens to look like its beginning.</summary>
    public bool IsComplete { get; set; }
}

internal sealed class MathInline(string tex, bool display) : LeafInline
{
    public string Tex { get; } = tex;
    public bool IsDisplay { get; } = display;
}
