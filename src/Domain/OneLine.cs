using System.Globalization;
using System.Text;

namespace SaaSChat.Domain;

/// <summary>Text from outside that is to stand inside a sentence of ours: one line, short, and without marks that turn the text around it.</summary>
public static class OneLine
{
    public static string Of(string text, int longest)
    {
        var line = new StringBuilder();
        foreach (var rune in VisibleText.Runes(text))
        {
            var kept = Rune.IsWhiteSpace(rune) ? new Rune(' ') : rune;
            if (IsRefused(kept) || (kept.Value == ' ' && line is [] or [.., ' '])) continue;
            if (line.Length + kept.Utf16SequenceLength > longest) break;
            line.Append(kept);
        }

        return line.ToString().TrimEnd();
    }

    private static bool IsRefused(Rune rune) => rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
