using System.Globalization;

namespace SaaSChat.Web.Localization;

/// <summary>Days as forms and addresses carry them, the same in every language.</summary>
internal static class TypedDays
{
    private const string IsoDay = "yyyy-MM-dd";

    // No ledger reaches back further, and no calendar of ours reaches beyond.
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2999, 12, 31);

    /// <summary>False when it is no day; nothing typed is none.</summary>
    public static bool TryRead(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrEmpty(typed)) return true;
        if (!DateOnly.TryParseExact(typed, IsoDay, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read < Earliest || read > Latest) return false;

        day = read;
        return true;
    }

    public static string Written(DateOnly? day) => day?.ToString(IsoDay, CultureInfo.InvariantCulture) ?? "";
}
