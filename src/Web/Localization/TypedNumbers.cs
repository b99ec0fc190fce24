using System.Globalization;
using System.Text.RegularExpressions;

namespace SaaSChat.Web.Localization;

/// <summary>Numbers as people type or paste them: Arabic or Persian digits and separators, and unseen marks of direction, are understood.</summary>
public static partial class TypedNumbers
{
    public static long? Whole(string? typed) =>
        long.TryParse(Plain(typed), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static decimal? Amount(string? typed) =>
        decimal.TryParse(Plain(typed), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A comma only ever groups thousands: "1,5" is refused, for it would be read as fifteen.
    private static string Plain(string? typed)
    {
        var latin = string.Concat((typed ?? "").Where(c => !IsMark(c)).Select(Latin)).Trim();
        return Grouped().IsMatch(latin) ? latin.Replace(",", "", StringComparison.Ordinal) : latin;
    }

    private static char Latin(char c) => c switch
    {
        >= '٠' and <= '٩' => (char)(c - '٠' + '0'),
        >= '۰' and <= '۹' => (char)(c - '۰' + '0'),
        '٫' => '.',
        '٬' => ',',
        '\u2212' => '-',
        _ => c,
    };

    private static bool IsMark(char c) => c is '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouped();
}
