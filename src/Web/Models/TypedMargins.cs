using System.Globalization;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Models;

/// <summary>Margins in a form, in percent; nothing typed is none of its own.</summary>
internal static class TypedMargins
{
    public const int MostPercent = 1_000;

    public static string? Written(Margin? margin) => margin is { } known ? (known.Fraction * 100).ToString("0.####", CultureInfo.InvariantCulture) : null;

    public static bool TryRead(string? typed, out Margin? margin)
    {
        margin = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (TypedNumbers.Amount(typed) is { } percent and >= 0 and <= MostPercent) margin = Margin.Of(percent / 100);
        return margin is not null;
    }
}
