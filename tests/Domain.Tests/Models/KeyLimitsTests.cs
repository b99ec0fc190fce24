using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class KeyLimitsTests
{
    private static readonly KeySpend Spend = new(new(10, 1_000, 50), new(100, 20_000, 900));

    [Fact]
    public void Without_limits_everything_is_allowed() => Assert.True(KeyLimits.None.Allow(Spend));

    [Fact]
    public void What_is_left_of_each_limit_is_asked_and_what_is_used_up_is_not()
    {
        Assert.True(new KeyLimits(11, 101, 1_001, 20_001, 51, 901).Allow(Spend));
        Assert.All(
            [new(DayRequests: 10), new(MonthRequests: 100), new(DayTokens: 1_000), new(MonthTokens: 20_000), new(DayCost: 50), new(MonthCost: 900)],
            (KeyLimits limits) => Assert.False(limits.Allow(Spend)));
    }
}
