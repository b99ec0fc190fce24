using System.Globalization;

namespace SaaSChat.Web.Localization;

/// <summary>Days with a time, as forms carry them, in the zone of whoever types.</summary>
internal static class TypedTimes
{
    private const string IsoMinute = "yyyy-MM-ddTHH:mm";

    /// <summary>False when it is no moment there; nothing typed is none.</summary>
    public static bool TryRead(string? typed, TimeZoneInfo zone, out DateTime? utc)
    {
        utc = null;
        if (string.IsNullOrEmpty(typed)) return true;
        if (!DateTime.TryParseExact(typed, IsoMinute, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) || local.Year is < 2000 or > 2999 || zone.IsInvalidTime(local)) return false;

        utc = TimeZoneInfo.ConvertTimeToUtc(local, zone);
        return true;
    }

    public static string Written(DateTime? utc, TimeZoneInfo zone) =>
        utc is { } moment ? TimeZoneInfo.ConvertTimeFromUtc(moment, zone).ToString(IsoMinute, CultureInfo.InvariantCulture) : "";
}
