using SaaSChat.Domain.Usage;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Usage;

public enum UsagePeriod
{
    Month,
    Today,
    Lifetime,
    Days,
}

/// <summary>The days that a page of usage is about, as the person counts them. Without a beginning they go back to the first use.</summary>
public sealed record UsageRange(UsagePeriod Period, DateOnly? From, DateOnly To)
{
    /// <summary>Those that can be chosen by name.</summary>
    public static IReadOnlyList<UsagePeriod> Named { get; } = [UsagePeriod.Today, UsagePeriod.Month, UsagePeriod.Lifetime];

    /// <summary>Just before these; there is nothing before a lifetime.</summary>
    public DayRange? Before => From is { } first ? new DayRange(first, To).Before : null;

    /// <summary>Null when it cannot be read, ends before it begins, or begins after today.</summary>
    public static UsageRange? Read(string? period, string? from, string? to, DateOnly today)
    {
        if (!TypedDays.TryRead(from, out var first) || !TypedDays.TryRead(to, out var last)) return null;
        if (first is not null || last is not null)
        {
            var end = last > today ? today : last ?? today;
            return first > end || (last is null && first > today) ? null : new(UsagePeriod.Days, first, end);
        }

        if (string.IsNullOrEmpty(period)) return Of(UsagePeriod.Month, today);
        return Named.Where(p => Word(p) == period).Select(p => Of(p, today)).FirstOrDefault();
    }

    public static UsageRange Of(UsagePeriod period, DateOnly today) => new(period, period switch
    {
        UsagePeriod.Today => today,
        UsagePeriod.Month => new DateOnly(today.Year, today.Month, 1),
        _ => null,
    }, today);

    /// <summary>As it stands in an address.</summary>
    public static string Word(UsagePeriod period) => $"{period}".ToLowerInvariant();
}
