namespace SaaSChat.Web.Mail;

/// <summary>The whole letter as text: complete for whoever sees no HTML.</summary>
internal static class PlainLetter
{
    public static string Write(WordedLetter letter) => string.Join("\r\n\r\n", Parts(letter)) + "\r\n";

    private static IEnumerable<string> Parts(WordedLetter letter)
    {
        yield return letter.Greeting.Text;
        foreach (var paragraph in letter.Paragraphs) yield return paragraph.Text;
        if (letter.Button is { } button) yield return $"{button.Label}:\r\n{button.Address}";
        foreach (var note in letter.Notes) yield return note.Text;
        if (letter.Unsubscribe is { } unsubscribe) yield return $"{unsubscribe.Label}:\r\n{unsubscribe.Address}";
        yield return $"-- \r\n{letter.Footer.Text}\r\n{letter.SiteAddress}";
    }
}
