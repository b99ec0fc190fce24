using System.Globalization;

namespace SaaSChat.Domain.Credits;

/// <summary>
/// Every so many seconds ... months. From an anchor it makes a grid of UTC instants, each counted from the anchor itself: after a month that
/// lacks the anchor's day, the day comes back.
/// </summary>
public sealed record Interval(int Count, IntervalUnit Unit)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public static readonly Interval Monthly = new(1, IntervalUnit.Month);

    private const int LongestMonths = 120;

    /// <summary>Null when it is not at least one second and at most ten years.</summary>
    public static Interval? Of(long count, IntervalUnit unit)
    {
        var most = unit == IntervalUnit.Month ? LongestMonths : Longest.Ticks / TicksOf(unit);
        return count >= 1 && count <= most ? new Interval((int)count, unit) : null;
    }

    /// <summary>"12 hours", "1 day": a number and a unit in English, as an operator types it.</summary>
    public static Interval? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 2 && long.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && UnitOf(words[1]) is { } unit
            ? Of(count, unit)
            : null;
    }

    /// <summary>How many steps from the anchor the last instant is that is not after that time; negative before the anchor.</summary>
    public long StepsBetween(DateTime anchor, DateTime at)
    {
        if (Unit != IntervalUnit.Month) return FloorDivide((at - anchor).Ticks, Count * TicksOf(Unit));

        var months = ((at.Year - anchor.Year) * 12) + at.Month - anchor.Month;
        return FloorDivide(anchor.AddMonths(months) > at ? months - 1 : months, Count);
    }

    public DateTime Step(DateTime anchor, long steps) =>
        Unit == IntervalUnit.Month ? anchor.AddMonths(checked((int)(steps * Count))) : anchor.AddTicks(checked(steps * Count * TicksOf(Unit)));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");

    private static long TicksOf(IntervalUnit unit) => unit switch
    {
        IntervalUnit.Second => TimeSpan.TicksPerSecond,
        IntervalUnit.Minute => TimeSpan.TicksPerMinute,
        IntervalUnit.Hour => TimeSpan.TicksPerHour,
        IntervalUnit.Day => TimeSpan.TicksPerDay,
        IntervalUnit.Week => 7 * TimeSpan.TicksPerDay,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "A month has no fixed length."),
    };

    private static IntervalUnit? UnitOf(string word) =>
        Enum.TryParse<IntervalUnit>(word.TrimEnd('s', 'S'), ignoreCase: true, out var unit) && Enum.IsDefined(unit) && char.IsLetter(word[0]) ? unit : null;

    private static long FloorDivide(long a, long b) => a >= 0 ? a / b : -((-a + b - 1) / b);
}

public enum IntervalUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
}
