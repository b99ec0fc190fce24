namespace SaaSChat.Domain;

/// <summary>A person's days, as moments that everybody shares.</summary>
public static class LocalDays
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Where clocks go forward at midnight the day begins with the first moment that exists.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(start)) start += Step;

        // Of a midnight that comes twice the first is meant: it has the larger offset.
        var offset = zone.IsAmbiguousTime(start) ? zone.GetAmbiguousTimeOffsets(start).Max() : zone.GetUtcOffset(start);
        return DateTime.SpecifyKind(start - offset, DateTimeKind.Utc);
    }

    /// <summary>The calendar month around a moment: from, and until.</summary>
    public static (DateTime From, DateTime Until) MonthOf(DateTime utc, TimeZoneInfo zone)
    {
        var day = Of(utc, zone);
        var first = day.AddDays(1 - day.Day);
        return (StartOf(first, zone), StartOf(first.AddMonths(1), zone));
    }

    public static DateOnly Of(DateTime utc, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));

    public static TimeZoneInfo ZoneOf(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
