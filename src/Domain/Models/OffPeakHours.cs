namespace SaaSChat.Domain.Models;

/// <summary>When a provider charges less. Written as its windows, and "weekends" where Saturday and Sunday belong to it whole: "10:00-01:00 04:00-06:00 weekends".</summary>
public sealed record OffPeakHours(IReadOnlyList<DailyWindow> Windows, bool Weekends)
{
    private const string WholeWeekends = "weekends";

    public bool Contains(DateTime at) =>
        (Weekends && at.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) || Windows.Any(w => w.Contains(at));

    public static OffPeakHours Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new([.. words.Where(w => w != WholeWeekends).Select(DailyWindow.Parse)], words.Contains(WholeWeekends));
    }

    public override string ToString() => string.Join(' ', Windows.Select(w => w.ToString()).Concat(Weekends ? [WholeWeekends] : []));
}
