using FsCheck;
using FsCheck.Fluent;
using SaaSChat.Domain.Credits;
using Interval = SaaSChat.Domain.Credits.Interval;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("1 days", 1, IntervalUnit.Day)]
    [InlineData("1 day", 1, IntervalUnit.Day)]
    [InlineData("90 Seconds", 90, IntervalUnit.Second)]
    [InlineData(" 2  weeks ", 2, IntervalUnit.Week)]
    [InlineData("120 months", 120, IntervalUnit.Month)]
    public void An_interval_is_read_as_an_operator_types_it(string text, int count, IntervalUnit unit) =>
        Assert.Equal(new Interval(count, unit), Interval.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("day")]
    [InlineData("1")]
    [InlineData("0 days")]
    [InlineData("-1 days")]
    [InlineData("1.5 days")]
    [InlineData("1 3")]
    [InlineData("1 fortnight")]
    [InlineData("121 months")]
    [InlineData("3651 days")]
    [InlineData("9223372036854775807 seconds")]
    [InlineData("1 day 2 hours")]
    public void What_is_no_interval_of_a_second_to_ten_years_is_refused(string text) => Assert.Null(Interval.Parse(text));

    [Fact]
    public void Whatever_the_interval_the_last_step_is_not_after_the_time_and_the_next_one_is() =>
        Prop.ForAll(Times.Any, Times.Any, Times.AnyInterval, (anchor, at, every) =>
        {
            var steps = every.StepsBetween(anchor, at);
            return every.Step(anchor, steps) <= at && at < every.Step(anchor, steps + 1) && every.StepsBetween(anchor, every.Step(anchor, steps)) == steps;
        }).QuickCheckThrowOnFailure();
}
