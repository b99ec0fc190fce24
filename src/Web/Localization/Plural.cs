using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SaaSChat.Web.Localization;

/// <summary>Picks a counted sentence: key_zero ... key_other hold Arabic's six forms, and English uses zero, one and other.</summary>
public static class Plural
{
    public static LocalizedString Count(this IStringLocalizer<Text> text, string key, long count, Fmt fmt) =>
        text[$"{key}_{FormOf(count, CultureInfo.CurrentUICulture)}", fmt.Number(count)];

    public static string FormOf(long count, CultureInfo culture)
    {
        var n = count == long.MinValue ? long.MaxValue : Math.Abs(count);
        if (n == 0) return "zero";
        if (n == 1) return "one";
        if (culture.TwoLetterISOLanguageName != "ar") return "other";
        if (n == 2) return "two";
        return (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" };
    }
}
