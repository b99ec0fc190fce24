using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

public sealed class ForecastTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_pace_is_taken_from_the_first_use_within_the_last_whole_days()
    {
        var credits = new Dictionary<DateOnly, long> { [Today.AddDays(-4)] = 300, [Today.AddDays(-1)] = 101 };

        var forecast = UsageForecast.Of(credits, Today, 250, Noon, Noon.AddDays(2.5))!;

        Assert.Equal((4, 100, 251, false), (forecast.Days, forecast.PerDay, forecast.Coming, forecast.IsEnough));
    }

    [Fact]
    public void Without_a_whole_day_or_a_cycle_nothing_is_foretold()
    {
        Assert.Null(UsageForecast.Of(new Dictionary<DateOnly, long>(), Today, 1, Noon, Noon.AddDays(1)));
        Assert.Null(UsageForecast.Of(new Dictionary<DateOnly, long> { [Today.AddDays(-1)] = 1 }, Today, 1, Noon, Noon));
    }

    [Fact]
    public void Very_many_credits_are_foretold_without_an_overflow()
    {
        var credits = new Dictionary<DateOnly, long> { [Today.AddDays(-1)] = long.MaxValue };

        Assert.Equal(long.MaxValue, UsageForecast.Of(credits, Today, 0, Noon, Noon.AddDays(30))!.Coming);
    }
}
