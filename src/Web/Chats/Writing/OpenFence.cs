using System.Text;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>A block of code that has not ended: each whole line is final, so that only new ones are read and sent.</summary>
internal sealed class OpenFence(char sign, int count, int indent, int position)
{
    /// <summary>The beginning of the first line that was not read.</summary>
    public int Position { get; private set; } = position;

    public bool IsClosed { get; private set; }

    public static OpenFence At(FencedCodeBlock block, int position) => new(block.FencedChar, block.OpeningFencedCharCount, block.IndentCount, position);

    public string Read(string text)
    {
        var html = new StringBuilder();
        while (!IsClosed && text.IndexOf('\n', Position) is >= 0 and var end)
        {
            var line = text.AsSpan(Position, end - Position).TrimEnd('\r');
            Position = end + 1;
            if (Closes(line)) IsClosed = true;
            else CodeWriter.WriteLine(html, line[Math.Min(Indent(line), indent)..]);
        }

        return html.ToString();
    }

    private bool Closes(ReadOnlySpan<char> line)
    {
        var fence = line[Indent(line)..].TrimEnd();
        return Indent(line) < 4 && fence.Length >= count && fence.IndexOfAnyExcept(sign) < 0;
    }

    private static int Indent(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ') is >= 0 and var indent ? indent : line.Length;
}
