using System.Globalization;
using SaaSChat.Domain.Models;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Models;

/// <summary>Dollars in a form, exact to the millionth of a millionth.</summary>
internal static class TypedDollars
{
    public static string Written(long? picodollars, long listedPer = 1) =>
        picodollars is { } known ? Picodollars.ToDollars(known, listedPer).ToString("0.############", CultureInfo.InvariantCulture) : "";

    /// <summary>Null when it is no amount, or cannot be kept exactly.</summary>
    public static long? Read(string? typed, long listedPer = 1) => TypedNumbers.Amount(typed) is { } dollars ? Picodollars.OfOne(dollars, listedPer) : null;
}
