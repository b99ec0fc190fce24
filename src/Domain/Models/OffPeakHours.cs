namespace SaaSChat.Domain.Models;

/// <summary>When a provider charges less. Written as its windows, and "weekends" where Saturday and Sunday belong to it whole: "10:00-01:00 04:00-06:00 weekends".</summary>
public sealed record OffPeakHours(IReadOnlyList<DailyWindow> Windows, bool Weekends)
{
    private const string WholeWeekends = "weekends";
    private const int MostWindows = 10;

    public bool Contains(DateTime at) =>
        (Weekends && at.DayOfWeek is (DayOfWeek.Saturday or DayOfWeek.Sunday)) || Windows.Any(w => w.Contains(at));

    /// <summary>As somebody types it; null when it is no such thing.</summary>
    public static OffPeakHours? Read(string windows, bool weekends)
    {
        var read = windows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(DailyWindow.Read).ToList();
        return read.Count is 0 && !weekends ? null : read.Count <= MostWindows && read.TrueForAll(w => w is not null) ? new([.. read.OfType<DailyWindow>()], weekends) : null;
    }

    public static OffPeakHours Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new([.. words.Where(w => w != WholeWeekends).Select(DailyWindow.Parse)], words.Contains(WholeWeekends));
    }

    public override string ToString() => string.Join(' ', Windows.Select(w => w.ToString()).Concat(Weekends ? [WholeWeekends] : []));
}
