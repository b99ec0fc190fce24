using System.Globalization;
using System.Text.Encodings.Web;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Mail;

/// <summary>A sentence of ours with words of other people in it, which never change how ours are read.</summary>
internal sealed record Sentence(string Words, params IReadOnlyList<string> Foreign)
{
    private const char FirstRightToLeft = '\u0590';

    public string Text => Fill(Words, Isolated);

    public string Html(HtmlEncoder encoder) => Fill(encoder.Encode(Words), word => $"<bdi>{encoder.Encode(word)}</bdi>");

    private string Fill(string words, Func<string, string> foreign) =>
        Foreign.Count == 0 ? words : string.Format(CultureInfo.CurrentCulture, words, [.. Foreign.Select(foreign)]);

    // Where everything runs one way the marks say nothing, and a plain subject stays plain ASCII.
    private static string Isolated(string word) =>
        CultureInfo.CurrentCulture.TextInfo.IsRightToLeft || word.Any(c => c >= FirstRightToLeft) ? Bidi.Isolate(word) : word;
}
