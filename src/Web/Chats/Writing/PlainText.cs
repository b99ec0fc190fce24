using System.Buffers;
using System.Text;
using SaaSChat.Domain.Chats;

namespace SaaSChat.Web.Chats.Writing;

/// <summary>
/// Text as it was typed: nothing in it is a command, white space stays (by the stylesheet), addresses can be followed. Neighbouring lines
/// that read the same way share a paragraph, and each paragraph keeps its line ends, so that copying gives the same text.
/// </summary>
internal static class PlainText
{
    private static readonly string[] Schemes = ["https://", "http://"];
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\n<>\"");

    public static string Html(string text)
    {
        var html = new StringBuilder();
        var rest = text.ReplaceLineEndings("\n").AsSpan();
        while (!rest.IsEmpty)
        {
            var length = Paragraph(rest, out var direction);
            html.Append("<p").AppendDirection(direction).Append('>');
            WriteLinked(html, rest[..length]);
            html.Append("</p>");
            rest = rest[length..];
        }

        return html.ToString();
    }

    private static int Paragraph(ReadOnlySpan<char> text, out string? direction)
    {
        direction = null;
        var length = 0;
        while (length < text.Length)
        {
            var line = text[length..].IndexOf('\n') is >= 0 and var end ? end + 1 : text.Length - length;
            var own = TextDirection.Of(text.Slice(length, line));
            if (direction is not null && own is not null && own != direction) break;
            direction ??= own;
            length += line;
        }

        return length;
    }

    private static void WriteLinked(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOf("http") is >= 0 and var at)
        {
            html.AppendText(text[..at]);
            text = text[at..];
            var length = Address(text);
            if (length > 0 && SafeLink.Of(text[..length].ToString()) is { } address)
            {
                html.OpenLink(address, " dir=\"ltr\"").AppendText(text[..length]).Append("</a>");
            }
            else
            {
                length = "http".Length;
                html.AppendText(text[..length]);
            }

            text = text[length..];
        }

        html.AppendText(text);
    }

    private static int Address(ReadOnlySpan<char> text)
    {
        var scheme = "";
        foreach (var known in Schemes)
            if (text.StartsWith(known, StringComparison.Ordinal)) scheme = known;
        if (scheme.Length == 0) return 0;

        var address = text.IndexOfAny(Ends) is >= 0 and var end ? text[..end] : text;
        address = address.TrimEnd(".,;:!?'،؛؟»*_");
        while (address is [.., ')'] && address.Count('(') < address.Count(')')) address = address[..^1];
        return address.Length > scheme.Length ? address.Length : 0;
    }
}
