using System.Globalization;
using System.Text;

namespace SaaSChat.Domain.Accounts;

/// <summary>What a person calls themselves, made safe to show beside other people's text.</summary>
public static class PersonName
{
    public const int MaxLength = 100;

    /// <summary>Null when nothing readable is left or it is too long.</summary>
    public static string? Clean(string typed)
    {
        // Far longer than any name: ten kilobytes of combining marks are not worth normalising.
        if (typed.Length > MaxLength * 4) return null;

        var kept = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes().Where(IsReadable)) kept.Append(rune);
        var words = kept.ToString().Normalize(NormalizationForm.FormC).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join(' ', words);
        return name.Length is > 0 and <= MaxLength ? name : null;
    }

    // Control characters and marks of direction could turn the text around a name; joiners stay, Persian and emoji need them.
    private static bool IsReadable(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control => rune.Value is '\t' or '\n' or '\r',
        UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
        UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => true,
    };
}
