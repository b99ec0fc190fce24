using System.Globalization;

namespace SaaSChat.Domain.Models;

/// <summary>Hours of each day, in UTC; from 22:00 until 06:00 crosses midnight. Its first minute belongs to it, its last does not.</summary>
public sealed record DailyWindow(TimeOnly From, TimeOnly Until)
{
    private const string Written = "HH:mm";

    public bool Contains(DateTime at) => TimeOnly.FromDateTime(at).IsBetween(From, Until);

    public static DailyWindow Parse(string text) => Read(text) ?? throw new FormatException($"{text} is no window of a day.");

    /// <summary>Null when it is none.</summary>
    public static DailyWindow? Read(string text) =>
        text.Split('-') is [var from, var until] && TimeOnly.TryParseExact(from, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
        && TimeOnly.TryParseExact(until, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var end) && start != end ? new(start, end) : null;

    public override string ToString() =>
        $"{From.ToString(Written, CultureInfo.InvariantCulture)}-{Until.ToString(Written, CultureInfo.InvariantCulture)}";
}
