using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Usage;

/// <summary>Credits by day and model, as bars on each other. So many days that no bar could be told from the next are shown by months.</summary>
/// <param name="Models">Those that used most, by name; null is all the others.</param>
public sealed record UsageBars(bool ByMonth, IReadOnlyList<string?> Models, IReadOnlyList<UsageBar> Bars)
{
    private const int MostSeries = 6;
    private const int MostDays = 92;

    public static UsageBars Of(DayRange days, IReadOnlyList<UsageSlice> slices, Func<string, string> name)
    {
        var keys = slices.GroupBy(s => s.ModelKey, StringComparer.Ordinal).OrderByDescending(g => g.Sum(s => s.Sum.Credits)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        var shown = keys.Count > MostSeries ? keys[..(MostSeries - 1)] : keys;
        var byMonth = days.Days > MostDays;
        var sums = slices.ToLookup(s => BarOf(s.Day, byMonth));
        return new(
            byMonth, [.. shown.Select(name), .. keys.Count > MostSeries ? [(string?)null] : Array.Empty<string?>()],
            [.. Starts(days, byMonth).Select(day => new UsageBar(day, Split(sums[day], shown, keys.Count > MostSeries)))]);
    }

    private static List<long> Split(IEnumerable<UsageSlice> slices, List<string> shown, bool others)
    {
        var credits = slices.GroupBy(s => shown.IndexOf(s.ModelKey)).ToDictionary(g => g.Key, g => g.Sum(s => s.Sum.Credits));
        return [.. Enumerable.Range(0, shown.Count).Append(-1).Take(shown.Count + (others ? 1 : 0)).Select(i => credits.GetValueOrDefault(i))];
    }

    private static IEnumerable<DateOnly> Starts(DayRange days, bool byMonth)
    {
        for (var day = BarOf(days.From, byMonth); day <= days.To; day = byMonth ? day.AddMonths(1) : day.AddDays(1)) yield return day;
    }

    private static DateOnly BarOf(DateOnly day, bool byMonth) => byMonth ? new DateOnly(day.Year, day.Month, 1) : day;
}

/// <summary>A day, or a month by its first day, and the credits of each model in it.</summary>
public sealed record UsageBar(DateOnly Day, IReadOnlyList<long> Credits);
