namespace SaaSChat.Domain.Tests;

public sealed class LocalDaysTests
{
    [Theory]
    [InlineData("UTC", "2026-11-25", "2026-11-25T00:00:00Z")]
    [InlineData("Asia/Riyadh", "2026-11-25", "2026-11-24T21:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-25", "2026-11-24T18:15:00Z")]
    [InlineData("America/New_York", "2026-03-09", "2026-03-09T04:00:00Z")]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z")]
    [InlineData("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z")]
    public void A_day_begins_with_its_first_moment_in_that_zone(string zone, string day, string start)
    {
        var expected = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        Assert.Equal(expected, LocalDays.StartOf(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    [Theory]
    [InlineData("Africa/Cairo")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Beirut")]
    [InlineData("Pacific/Apia")]
    public void The_days_of_a_year_follow_each_other_without_a_gap(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        for (var day = new DateOnly(2024, 1, 1); day.Year == 2024; day = day.AddDays(1))
        {
            var (start, next) = (LocalDays.StartOf(day, zone), LocalDays.StartOf(day.AddDays(1), zone));

            Assert.Equal(day, LocalDays.Of(start, zone));
            Assert.Equal(day, LocalDays.Of(next.AddTicks(-1), zone));
        }
    }
}
