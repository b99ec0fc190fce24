namespace SaaSChat.Domain.Usage;

/// <summary>What will be used until the cycle ends, if it goes on as in the last whole days.</summary>
/// <param name="Days">How many days the pace is taken from: seven, or as many as there have been since the first use.</param>
public sealed record UsageForecast(int Days, long PerDay, long Coming, long Spendable, DateTime EndsAt)
{
    public const int PaceDays = 7;

    public bool IsEnough => Coming <= Spendable;

    /// <summary>The days that the pace is taken from: the last whole ones.</summary>
    public static DayRange PaceAt(DateOnly today) => new(today.AddDays(-PaceDays), today.AddDays(-1));

    /// <summary>Null where no whole day has passed since the first use, or no cycle runs.</summary>
    public static UsageForecast? Of(IReadOnlyDictionary<DateOnly, long> credits, DateOnly today, long spendable, DateTime at, DateTime endsAt)
    {
        if (credits.Count == 0 || endsAt <= at) return null;

        var days = today.DayNumber - credits.Keys.Min().DayNumber;
        var used = credits.Values.Aggregate((Int128)0, (sum, day) => sum + day);
        var left = (endsAt - at).Ticks;
        return new(days, (long)(used / days), Up(used * left, (Int128)days * TimeSpan.TicksPerDay), spendable, endsAt);
    }

    private static long Up(Int128 value, Int128 by) => (long)Int128.Min((value + by - 1) / by, long.MaxValue);
}
