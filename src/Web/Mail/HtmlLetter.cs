using System.Text.Encodings.Web;

namespace SaaSChat.Web.Mail;

/// <summary>The letter for mail programs: tables and styles on each element, because many of them know nothing else.</summary>
internal sealed class HtmlLetter(HtmlEncoder encoder)
{
    private const string Font = "font-family:'IBM Plex Sans Arabic','Segoe UI',Tahoma,Arial,sans-serif";
    private const string Body = "margin:0 0 16px;font-size:16px;line-height:1.7;color:#191b1a";
    private const string Small = "margin:0 0 12px;font-size:14px;line-height:1.7;color:#575a56";

    public string Write(WordedLetter letter)
    {
        var (language, direction) = (letter.Culture.Name, letter.Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr");
        return $"""
            <!DOCTYPE html>
            <html lang="{language}" dir="{direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light">
            <title>{encoder.Encode(letter.Subject.Text)}</title>
            </head>
            <body style="margin:0;padding:0;background:#fafaf8">
            <table role="presentation" lang="{language}" dir="{direction}" width="100%" cellpadding="0" cellspacing="0" style="background:#fafaf8;{Font}">
            <tr><td align="center" style="padding:32px 16px">
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
            <tr><td style="padding:0 8px 16px;font-size:18px;font-weight:600;color:#0b6b60">{Link(letter.SiteAddress, letter.SiteName, "color:#0b6b60;text-decoration:none")}</td></tr>
            <tr><td style="padding:32px;background:#ffffff;border:1px solid #e2e2db;border-radius:16px">
            <h1 style="margin:0 0 16px;font-size:22px;line-height:1.4;font-weight:600;color:#191b1a">{letter.Subject.Html(encoder)}</h1>
            {Lines(letter.Paragraphs.Prepend(letter.Greeting), Body)}
            {Button(letter.Button)}
            {Lines(letter.Notes, Small)}
            </td></tr>
            <tr><td style="padding:16px 8px 0">{Lines([letter.Footer], Small)}{Unsubscribe(letter.Unsubscribe)}</td></tr>
            </table>
            </td></tr>
            </table>
            </body>
            </html>
            """;
    }

    private string Button(LetterButton? button) => button is null ? "" : $"""
        <p style="margin:24px 0">{Link(button.Address, button.Label, "display:inline-block;padding:12px 24px;border-radius:10px;background:#0b6b60;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none")}</p>
        <p style="{Small}">{encoder.Encode(button.IfItFails)}<br>{Link(button.Address, button.Address, "color:#0b6b60;word-break:break-all", "ltr")}</p>
        """;

    private string Unsubscribe(LetterLink? link) => link is null ? "" : $"""<p style="{Small}">{Link(link.Address, link.Label, "color:#0b6b60")}</p>""";

    private string Lines(IEnumerable<Sentence> sentences, string style) =>
        string.Join('\n', sentences.Select(s => $"""<p style="{style}">{s.Html(encoder)}</p>"""));

    // In a window of its own where the letter stands in a frame.
    private string Link(string address, string label, string style, string direction = "auto") =>
        $"""<a href="{encoder.Encode(address)}" target="_blank" rel="noopener" dir="{direction}" style="{style}">{encoder.Encode(label)}</a>""";
}
