using System.Text;
using System.Text.RegularExpressions;

namespace SaaSChat.Web.Tests.Mail;

/// <summary>A letter as the mail server got it, read as a mail program would.</summary>
internal sealed partial class ReceivedLetter(string raw, IReadOnlyList<string> recipients, bool secure, string? user)
{
    public string Raw => raw;
    public IReadOnlyList<string> Recipients => recipients;
    public bool Secure => secure;
    public string? User => user;

    public string Subject => Words(Header("Subject"));
    public string Text => Part("text/plain");
    public string Html => Part("text/html");

    public string Header(string name) => Header(raw, name);

    public IReadOnlyList<string> PartTypes => [.. Parts().Select(p => Header(p, "Content-Type").Split(';')[0])];

    private string Part(string type)
    {
        var part = Parts().Single(p => Header(p, "Content-Type").StartsWith(type + "; charset=utf-8", StringComparison.Ordinal));
        Assert.Equal("base64", Header(part, "Content-Transfer-Encoding"));
        return Encoding.UTF8.GetString(Convert.FromBase64String(part[part.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]));
    }

    private string[] Parts()
    {
        var boundary = Boundary().Match(Header("Content-Type")).Groups["it"].Value;
        return raw.Split("--" + boundary)[1..^1];
    }

    private static string Header(string part, string name)
    {
        var head = part.TrimStart('\r', '\n').Split("\r\n\r\n", 2)[0];
        var unfolded = Fold().Replace(head, " ");
        return unfolded.Split("\r\n").Single(l => l.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))[(name.Length + 2)..];
    }

    // RFC 2047; the space between two encoded words is not part of the text.
    private static string Words(string header) =>
        EncodedWord().Replace(Between().Replace(header, "?="), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["it"].Value)));

    [GeneratedRegex("""boundary="?(?<it>[^";]+)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Fold();

    [GeneratedRegex(@"\?=\s+(?==\?)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<it>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EncodedWord();
}
