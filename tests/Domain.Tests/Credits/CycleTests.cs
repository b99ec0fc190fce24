using FsCheck;
using FsCheck.Fluent;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class CycleTests
{
    [Theory]
    [InlineData("2026-01-31", "2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30")]
    [InlineData("2027-12-31", "2027-12-31 2028-01-31 2028-02-29 2028-03-31")]
    [InlineData("2028-02-29", "2028-02-29 2028-03-29 2028-04-29")]
    [InlineData("2026-11-15", "2026-11-15 2026-12-15 2027-01-15")]
    public void A_day_that_a_month_lacks_is_its_last_and_comes_back_after_it(string signUp, string starts)
    {
        var at = Times.Utc(signUp);
        var cycles = Enumerable.Range(0, starts.Split(' ').Length).Select(_ =>
        {
            var cycle = Cycle.At(Times.Utc(signUp), at);
            at = cycle.End;
            return cycle.Start;
        });

        Assert.Equal(starts.Split(' ').Select(Times.Utc), cycles);
    }

    [Fact]
    public void A_leap_day_is_the_twenty_eighth_in_other_years_and_returns_in_the_next_leap_year()
    {
        var anchor = Times.Utc("2028-02-29 10:00");

        Assert.Equal(Times.Utc("2029-02-28 10:00"), Cycle.At(anchor, Times.Utc("2029-03-01")).Start);
        Assert.Equal(Times.Utc("2032-02-29 10:00"), Cycle.At(anchor, Times.Utc("2032-03-01")).Start);
    }

    [Theory]
    [InlineData("2026-02-28 08:59:59.999999", "2026-01-31 09:00")]
    [InlineData("2026-02-28 09:00", "2026-02-28 09:00")]
    public void A_cycle_ends_at_the_hour_of_the_sign_up_to_the_microsecond(string at, string start) =>
        Assert.Equal(Times.Utc(start), Cycle.At(Times.Utc("2026-01-31 09:00"), Times.Utc(at)).Start);

    [Fact]
    public void Before_the_sign_up_a_clock_that_went_back_finds_the_first_cycle()
    {
        var anchor = Times.Utc("2026-01-31 09:00");

        Assert.Equal(Cycle.At(anchor, anchor), Cycle.At(anchor, anchor.AddHours(-1)));
        Assert.Equal(Cycle.At(anchor, anchor), Cycle.At(anchor, anchor.AddDays(-40)));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29")]
    [InlineData("America/New_York", "2026-11-01")]
    public void A_change_to_summer_time_and_back_changes_no_cycle(string zone, string day)
    {
        var anchor = TimeZoneInfo.ConvertTimeToUtc(DateTime.Parse(day + " 02:30", System.Globalization.CultureInfo.InvariantCulture).AddMonths(-1), TimeZoneInfo.FindSystemTimeZoneById(zone));

        Assert.Equal(anchor.TimeOfDay, Cycle.At(anchor, anchor.AddDays(40)).Start.TimeOfDay);
        Assert.Equal(anchor.AddMonths(1), Cycle.At(anchor, anchor).End);
    }

    [Fact]
    public void Whatever_the_anchor_and_the_time_the_cycle_holds_it_and_the_next_begins_where_it_ends() =>
        Prop.ForAll(Times.Any, Times.Any, (anchor, later) =>
        {
            var at = later > anchor ? later : anchor;
            var cycle = Cycle.At(anchor, at);
            var length = (cycle.End - cycle.Start).TotalDays;
            return cycle.Start <= at && at < cycle.End && length is >= 28 and <= 31
                && cycle.Start.TimeOfDay == anchor.TimeOfDay && cycle.Start.Day <= anchor.Day
                && Cycle.At(anchor, cycle.End).Start == cycle.End && Cycle.At(anchor, cycle.End.AddTicks(-10)) == cycle;
        }).QuickCheckThrowOnFailure();
}
