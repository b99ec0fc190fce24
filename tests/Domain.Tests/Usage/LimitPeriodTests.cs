using System.Globalization;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

public sealed class LimitPeriodTests
{
    private static readonly TimeZoneInfo Riyadh = Zone("Asia/Riyadh");
    private static readonly TimeZoneInfo NewYork = Zone("America/New_York");

    [Theory]
    [InlineData("Asia/Riyadh", "2026-11-25 12:00", "2026-11-24 21:00", "2026-11-25 21:00")]
    [InlineData("America/New_York", "2026-03-08 12:00", "2026-03-08 05:00", "2026-03-09 04:00")]
    [InlineData("America/New_York", "2026-11-01 12:00", "2026-11-01 04:00", "2026-11-02 05:00")]
    [InlineData("Africa/Cairo", "2026-04-24 12:00", "2026-04-23 22:00", "2026-04-24 21:00")]
    [InlineData("Asia/Beirut", "2026-03-29 12:00", "2026-03-28 22:00", "2026-03-29 21:00")]
    [InlineData("America/Havana", "2026-11-01 12:00", "2026-11-01 04:00", "2026-11-02 05:00")]
    public void A_day_lasts_from_midnight_to_midnight_where_the_user_is(string zone, string at, string starts, string ends)
    {
        var day = Begin(LimitSpan.Day, Utc(at), Zone(zone));

        Assert.Equal((Utc(starts), Utc(ends)), (day.StartsAt, day.EndsAt));
    }

    [Fact]
    public void A_month_lasts_to_the_first_of_the_next()
    {
        var month = Begin(LimitSpan.Month, Utc("2028-02-29 12:00"), Riyadh);

        Assert.Equal((Utc("2028-01-31 21:00"), Utc("2028-02-29 21:00")), (month.StartsAt, month.EndsAt));
    }

    [Fact]
    public void What_was_used_counts_until_the_end_and_then_from_nothing()
    {
        var day = Begin(LimitSpan.Day, Utc("2026-11-25 12:00"), Riyadh);
        day.Add(700, 5);

        day.MoveTo(Utc("2026-11-25 20:59"), Riyadh);
        Assert.Equal((700, 5), (day.Tokens, day.Cost));
        day.MoveTo(Utc("2026-11-25 21:00"), Riyadh);

        Assert.Equal((0, 0, new DateOnly(2026, 11, 26)), (day.Tokens, day.Cost, day.FirstDay));
    }

    [Fact]
    public void Another_zone_counts_from_the_next_day_whichever_way_it_lies()
    {
        var day = Begin(LimitSpan.Day, Utc("2026-11-25 12:00"), Riyadh);
        day.Add(700, 5);

        day.MoveTo(Utc("2026-11-25 20:00"), NewYork);
        Assert.Equal((700, Utc("2026-11-25 21:00"), "Asia/Riyadh"), (day.Tokens, day.EndsAt, day.Zone));

        day.MoveTo(Utc("2026-11-25 21:00"), NewYork);
        Assert.Equal((Utc("2026-11-25 21:00"), Utc("2026-11-27 05:00"), new DateOnly(2026, 11, 26)), (day.StartsAt, day.EndsAt, day.FirstDay));

        day.MoveTo(Utc("2026-11-27 05:00"), Riyadh);
        Assert.Equal((Utc("2026-11-27 05:00"), Utc("2026-11-27 21:00"), new DateOnly(2026, 11, 27)), (day.StartsAt, day.EndsAt, day.FirstDay));
    }

    [Fact]
    public void Whoever_travels_back_and_forth_gets_no_day_twice()
    {
        var (day, at, random) = (Begin(LimitSpan.Day, Utc("2026-11-01 00:00"), Riyadh), Utc("2026-11-01 00:00"), new Random(4));
        var seen = new HashSet<DateOnly> { day.FirstDay };
        var before = day.StartsAt;

        for (; at < Utc("2026-12-01 00:00"); at = at.AddMinutes(random.Next(1, 200)))
        {
            day.MoveTo(at, random.Next(2) == 0 ? Zone("Pacific/Kiritimati") : Zone("Pacific/Niue"));
            if (day.StartsAt != before) Assert.True(seen.Add(day.FirstDay));
            Assert.True(day.StartsAt <= at && at < day.EndsAt);
            before = day.StartsAt;
        }

        Assert.True(seen.Count <= 32, $"{seen.Count} days in thirty");
    }

    [Fact]
    public void After_a_long_absence_the_day_that_runs_is_the_calendars()
    {
        var day = Begin(LimitSpan.Day, Utc("2026-11-01 12:00"), Riyadh);

        day.MoveTo(Utc("2026-11-25 12:00"), Riyadh);

        Assert.Equal((Utc("2026-11-24 21:00"), Utc("2026-11-25 21:00")), (day.StartsAt, day.EndsAt));
    }

    [Fact]
    public void A_clock_that_goes_back_gives_nothing_back()
    {
        var day = Begin(LimitSpan.Day, Utc("2026-11-25 12:00"), Riyadh);
        day.Add(700, 5);

        day.MoveTo(Utc("2026-11-23 12:00"), Riyadh);

        Assert.Equal((700, Utc("2026-11-25 21:00")), (day.Tokens, day.EndsAt));
    }

    private static LimitPeriod Begin(LimitSpan span, DateTime at, TimeZoneInfo zone) => LimitPeriod.Begin(Guid.NewGuid(), Guid.NewGuid(), span, at, zone);

    private static TimeZoneInfo Zone(string id) => TimeZoneInfo.FindSystemTimeZoneById(id);

    private static DateTime Utc(string at) => DateTime.SpecifyKind(DateTime.Parse(at, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
