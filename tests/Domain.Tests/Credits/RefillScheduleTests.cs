using FsCheck;
using FsCheck.Fluent;
using SaaSChat.Domain.Credits;
using Interval = SaaSChat.Domain.Credits.Interval;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class RefillScheduleTests
{
    private static readonly DateTime Set = Times.Utc("2026-01-31 09:00");

    [Theory]
    [InlineData(1, IntervalUnit.Second, "2026-01-31 09:00:01")]
    [InlineData(30, IntervalUnit.Minute, "2026-01-31 09:30")]
    [InlineData(25, IntervalUnit.Hour, "2026-02-01 10:00")]
    [InlineData(1, IntervalUnit.Day, "2026-02-01 09:00")]
    [InlineData(2, IntervalUnit.Week, "2026-02-14 09:00")]
    [InlineData(1, IntervalUnit.Month, "2026-02-28 09:00")]
    [InlineData(25, IntervalUnit.Month, "2028-02-29 09:00")]
    public void The_first_refill_comes_one_interval_after_it_was_set(int count, IntervalUnit unit, string first)
    {
        var schedule = Schedule(count, unit);

        Assert.Equal(Times.Utc(first), schedule.NextAfter(Set));
        Assert.Null(schedule.LastBy(Times.Utc(first).AddTicks(-10)));
        Assert.Equal(Times.Utc(first), schedule.LastBy(Times.Utc(first)));
    }

    [Fact]
    public void However_many_were_missed_the_last_and_the_next_stand_on_the_schedules_own_times()
    {
        var daily = Schedule(1, IntervalUnit.Day);
        var late = Set.AddDays(40).AddHours(5);

        Assert.Equal(Set.AddDays(40), daily.LastBy(late));
        Assert.Equal(Set.AddDays(41), daily.NextAfter(late));
    }

    [Fact]
    public void A_monthly_refill_set_on_the_last_day_keeps_to_the_last_day()
    {
        var monthly = Schedule(1, IntervalUnit.Month);

        Assert.Equal(Times.Utc("2028-02-29 09:00"), monthly.NextAfter(Times.Utc("2028-02-01")));
        Assert.Equal(Times.Utc("2028-03-31 09:00"), monthly.NextAfter(Times.Utc("2028-02-29 09:00")));
        Assert.Equal(Times.Utc("2028-04-30 09:00"), monthly.NextAfter(Times.Utc("2028-03-31 09:00")));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-24 * 40)]
    public void A_clock_that_went_back_before_the_setting_finds_the_first_refill_next(int hours)
    {
        var daily = Schedule(1, IntervalUnit.Day);

        Assert.Null(daily.LastBy(Set.AddHours(hours)));
        Assert.Equal(Set.AddDays(1), daily.NextAfter(Set.AddHours(hours)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_refill_of_nothing_cannot_be_set(long amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RefillSchedule.OfPlan("free", amount, Interval.Monthly, Set));

    [Fact]
    public void Whatever_the_schedule_the_next_time_is_always_in_the_future_and_the_last_never() =>
        Prop.ForAll(Times.Any, Times.Any, Times.AnyInterval, (set, at, every) =>
        {
            var schedule = RefillSchedule.OfAccount(Guid.Empty, 1, every, set);
            return schedule.NextAfter(at) > at && schedule.NextAfter(at) > set && (schedule.LastBy(at) is not { } last
                ? at < schedule.NextAfter(set)
                : last <= at && last > set && schedule.NextAfter(last) == schedule.NextAfter(at));
        }).QuickCheckThrowOnFailure();

    private static RefillSchedule Schedule(int count, IntervalUnit unit) => RefillSchedule.OfAccount(Guid.Empty, 20_000, new Interval(count, unit), Set);
}
