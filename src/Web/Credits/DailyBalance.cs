using SaaSChat.Domain;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Credits;

/// <summary>What a person had at the end of each day.</summary>
public sealed record DailyBalance(DateOnly Day, long Balance)
{
    public static IReadOnlyList<DailyBalance> Of(IReadOnlyList<BalancePoint> points, DateOnly first, DateOnly last, TimeZoneInfo zone)
    {
        var days = new List<DailyBalance>();
        var (next, balance) = (0, 0L);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var end = LocalDays.StartOf(day.AddDays(1), zone);
            for (; next < points.Count && points[next].At < end; next++) balance = points[next].Balance;
            days.Add(new DailyBalance(day, balance));
        }

        return days;
    }
}
