using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

/// <summary>A limit's numbers for the eye and in a form: tokens, or dollars.</summary>
internal static class LimitAmounts
{
    private const int DollarDecimals = 6;

    public static string Limit(this Fmt fmt, LimitKind kind, long amount) => kind.IsCost() ? Bidi.Isolate(fmt.Usd(amount)) : fmt.Number(amount);

    public static string Written(LimitKind kind, long? amount) => amount is not { } known ? "" : kind.IsCost()
        ? Picodollars.ToDollars(known).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)
        : known.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Null when it is no amount, or less than nothing.</summary>
    public static long? Read(LimitKind kind, string typed) => kind.IsCost()
        ? TypedNumbers.Amount(typed) is { } dollars and >= 0 && decimal.Round(dollars, DollarDecimals) == dollars ? Picodollars.OfOne(dollars, listedPer: 1) : null
        : TypedNumbers.Whole(typed) is { } tokens and >= 0 ? tokens : null;
}
