using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Admin;

public enum OverviewPeriod
{
    Today,
    Week,
    Month,
    Quarter,
    ThisMonth,
    Days,
}

/// <summary>The days that the overview is about, in UTC as the site counts them.</summary>
public sealed record OverviewRange(OverviewPeriod Period, DayRange Days)
{
    /// <summary>Longer than anybody compares.</summary>
    public const int MostDays = 366;

    /// <summary>Those that can be chosen by name.</summary>
    public static IReadOnlyList<OverviewPeriod> Named { get; } = [OverviewPeriod.Today, OverviewPeriod.Week, OverviewPeriod.Month, OverviewPeriod.Quarter, OverviewPeriod.ThisMonth];

    /// <summary>Null when it cannot be read, ends before it begins, begins after today, or is too long.</summary>
    public static OverviewRange? Read(string? period, string? from, string? to, DateOnly today)
    {
        if (!TypedDays.TryRead(from, out var first) || !TypedDays.TryRead(to, out var last)) return null;
        if (first is null && last is null)
        {
            if (string.IsNullOrEmpty(period)) return Of(OverviewPeriod.Month, today);
            return Named.Where(p => Word(p) == period).Select(p => Of(p, today)).FirstOrDefault();
        }

        var end = last is null || last > today ? today : last.Value;
        var days = new DayRange(first ?? end, end);
        return days.Days is >= 1 and <= MostDays ? new(OverviewPeriod.Days, days) : null;
    }

    public static OverviewRange Of(OverviewPeriod period, DateOnly today) => new(period, new DayRange(period switch
    {
        OverviewPeriod.Week => today.AddDays(-6),
        OverviewPeriod.Month => today.AddDays(-29),
        OverviewPeriod.Quarter => today.AddDays(-89),
        OverviewPeriod.ThisMonth => new DateOnly(today.Year, today.Month, 1),
        _ => today,
    }, today));

    /// <summary>As it stands in an address.</summary>
    public static string Word(OverviewPeriod period) => period switch
    {
        OverviewPeriod.Week => "7d",
        OverviewPeriod.Month => "30d",
        OverviewPeriod.Quarter => "90d",
        OverviewPeriod.ThisMonth => "month",
        _ => "today",
    };
}
