using System.Globalization;

namespace SaaSChat.Web.Errors;

/// <summary>The Retry-After header's two forms, seconds and a date, as the time that is left.</summary>
internal static class RetryAfter
{
    public static TimeSpan? From(string? header, DateTime now)
    {
        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return TimeSpan.FromSeconds(seconds);

        return DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until) && until.UtcDateTime > now
            ? until.UtcDateTime - now
            : null;
    }
}
