using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace SaaSChat.Infrastructure.Mail;

/// <summary>A letter as a mail message: the text first, the same in HTML as the better alternative.</summary>
internal static class SmtpMessage
{
    public static MailMessage Of(Letter letter, MailAddress from)
    {
        var message = Plain(letter, from);
        if (letter.Unsubscribe is { } address)
        {
            // RFC 8058: one click in the mail program, no page to open.
            message.Headers["List-Unsubscribe"] = $"<{address}>";
            message.Headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return message;
    }

    private static MailMessage Plain(Letter letter, MailAddress from) => new()
    {
        From = from,
        To = { new MailAddress(letter.To) },
        Subject = letter.Subject,
        SubjectEncoding = Encoding.UTF8,
        HeadersEncoding = Encoding.UTF8,
        AlternateViews = { Part(letter.Text, MediaTypeNames.Text.Plain), Part(letter.Html, MediaTypeNames.Text.Html) },
        Headers =
        {
            ["Message-ID"] = $"<{letter.MessageId:N}@{from.Host}>",
            ["Auto-Submitted"] = "auto-generated",
            ["Content-Language"] = letter.Language,
        },
    };

    // Base64: Arabic is shorter in it than in quoted-printable, and no server on the way can break a line.
    private static AlternateView Part(string content, string type)
    {
        var part = AlternateView.CreateAlternateViewFromString(content, Encoding.UTF8, type);
        part.TransferEncoding = TransferEncoding.Base64;
        return part;
    }
}
