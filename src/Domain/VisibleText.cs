using System.Globalization;
using System.Text;

namespace SaaSChat.Domain;

/// <summary>Text from outside without what nobody sees: marks that turn the text around them, and hidden signs in which words for a model, or any data, can be smuggled.</summary>
public static class VisibleText
{
    // Where Unicode keeps signs that are to be passed over, those included that it has not given out yet.
    private static readonly (int From, int To)[] Unseen =
        [(0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x2065, 0x2065), (0x3164, 0x3164), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0xFDD0, 0xFDEF), (0xE0000, 0xE0FFF)];

    /// <summary>As it was typed, in lines and with tabs, and nothing blank around it.</summary>
    public static string Of(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in Runes(text.ReplaceLineEndings("\n")))
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) kept.Append(rune);
        }

        return kept.ToString().Trim();
    }

    /// <summary>The signs that stay. Letters are joined and pictures varied by invisible ones too: those stay next to what they belong to.</summary>
    public static IEnumerable<Rune> Runes(string text)
    {
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsJoiner(rune.Value) ? before is not { } joined || Rune.IsWhiteSpace(joined) || IsJoiner(joined.Value) : IsVariation(rune.Value) ? !CanVary(before) : IsHidden(rune)) continue;

            yield return rune;
            before = rune;
        }
    }

    /// <summary>The one kind of invisible mark that scripts and emoji need.</summary>
    public static bool IsJoiner(int character) => character is 0x200C or 0x200D;

    private static bool IsVariation(int character) => character is (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static bool CanVary(Rune? before) => before is { } varied && !Rune.IsWhiteSpace(varied) && !IsJoiner(varied.Value) && !IsVariation(varied.Value);

    // Some signs of Arabic's and Syriac's are counted among the formats and are seen, such as the end of a verse.
    private static bool IsHidden(Rune rune) =>
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not ((>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2))
        || (rune.Value & 0xFFFE) == 0xFFFE || Array.Exists(Unseen, range => rune.Value >= range.From && rune.Value <= range.To);
}
