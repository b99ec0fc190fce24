using System.Text;
using Markdig.Syntax;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>Blocks of code: a head with the language and a button, and the lines.</summary>
internal sealed class CodeWriter(StringBuilder html, ProseWords words)
{
    private const int LongestName = 30;

    public void Write(CodeBlock block)
    {
        var language = Language((block as FencedCodeBlock)?.Info);
        html.Append("<div class=\"code-block\"><div class=\"code-head\"><bdi>").AppendText(language ?? words.Code)
            .Append("</bdi><button type=\"button\" class=\"btn btn-small\" data-copy-code data-copied=\"").AppendText(words.Copied).Append("\">")
            .AppendText(words.Copy).Append("</button></div><pre dir=\"ltr\" tabindex=\"0\" role=\"group\" aria-label=\"")
            .AppendText(language is null ? words.Code : words.CodeIn(language)).Append("\"><code");
        if (language is not null) html.Append(" class=\"language-").AppendText(language).Append('"');
        html.Append('>');
        for (var i = 0; i < block.Lines.Count; i++) WriteLine(html, block.Lines.Lines[i].Slice.AsSpan());
        html.Append("</code></pre></div>\n");
    }

    public static void WriteLine(StringBuilder html, ReadOnlySpan<char> line) => html.AppendCode(line).Append('\n');

    private static string? Language(string? info)
    {
        var name = info?.ToLowerInvariant();
        return name is { Length: > 0 and <= LongestName } && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '.' or '_') ? name : null;
    }
}
