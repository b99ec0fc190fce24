using SaaSChat.Domain.Models;
using SaaSChat.Domain.Tests.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

public sealed class LimitsTests
{
    private const long Dollar = Picodollars.PerDollar;

    private static readonly LimitValues Plan = new(10_000, 100_000, 5 * Dollar, 50 * Dollar);

    [Fact]
    public void A_users_own_limit_lowers_what_they_were_given_and_never_raises_it()
    {
        var limits = LimitsInForce.Of(Plan, null, Set(LimitSetter.User, new LimitValues(DayTokens: 2_000, MonthTokens: 900_000)));

        Assert.Equal(Plan with { DayTokens = 2_000 }, limits.Values);
        Assert.Equal(Plan, limits.Given);
        Assert.Equal(80, limits.WarnAt);
    }

    [Fact]
    public void An_admins_limit_goes_before_the_plans_either_way_and_the_rest_stays()
    {
        var limits = LimitsInForce.Of(Plan, Set(LimitSetter.Admin, new LimitValues(DayTokens: 50_000, DayCost: Dollar), warnAt: 60), null);

        Assert.Equal(Plan with { DayTokens = 50_000, DayCost = Dollar }, limits.Values);
        Assert.Equal(60, limits.WarnAt);
    }

    [Fact]
    public void Switched_off_an_admins_row_frees_and_a_users_row_rests()
    {
        var (freed, own) = (Set(LimitSetter.Admin, LimitValues.None, isOn: false), Set(LimitSetter.User, new LimitValues(DayTokens: 500)));

        Assert.Equal(new LimitValues(DayTokens: 500), LimitsInForce.Of(Plan, freed, own).Values);
        Assert.Equal(Plan, LimitsInForce.Of(Plan, null, Set(LimitSetter.User, new LimitValues(DayTokens: 500), isOn: false)).Values);
    }

    [Fact]
    public void Who_was_given_no_limit_may_still_set_one()
    {
        Assert.Equal(LimitValues.None, LimitsInForce.Of(LimitValues.None, null, null).Values);
        Assert.Equal(7, LimitsInForce.Of(LimitValues.None, null, Set(LimitSetter.User, new LimitValues(MonthCost: 7))).Values.MonthCost);
    }

    [Fact]
    public void A_limit_below_zero_or_a_percentage_that_is_none_is_a_mistake()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Set(LimitSetter.User, new LimitValues(DayTokens: -1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Set(LimitSetter.User, LimitValues.None, warnAt: 100));
    }

    [Fact]
    public void The_tightest_limit_decides_with_what_open_calls_have_set_aside_counted_as_used()
    {
        var check = Check(Plan, used: 6_000, heldTokens: 2_000);

        Assert.Equal((LimitKind.DayTokens, 10_000 - 6_000 - 2_000 - 300), check.Tightest(CallQuoteTests.Quote(Card.InOut("1", "2"), 300, Margin.Zero)));
        Assert.Equal(new LimitReached(LimitKind.DayTokens, 10_000, 6_000, 2_000, 556, Tomorrow), check.Refusal(LimitKind.DayTokens, 556));
    }

    [Fact]
    public void A_cost_limit_counts_what_the_provider_costs_without_the_margin()
    {
        var check = Check(new LimitValues(DayCost: 900_000_000), used: 0, heldTokens: 0);

        Assert.Equal((LimitKind.DayCost, 300L), check.Tightest(CallQuoteTests.Quote(Card.InOut("1", "2"), 300, Margin.Default)));
    }

    [Fact]
    public void Nothing_limited_limits_nothing_and_a_limit_that_is_passed_leaves_less_than_nothing()
    {
        var quote = CallQuoteTests.Quote(Card.InOut("1", "2"), 300, Margin.Zero);

        Assert.Null(Check(LimitValues.None, used: long.MaxValue, heldTokens: 0).Tightest(quote));
        Assert.True(Check(Plan, used: long.MaxValue, heldTokens: long.MaxValue).Tightest(quote)!.Value.Output < 0);
    }

    private static DateTime Tomorrow => Card.Noon.Date.AddDays(1);

    private static LimitCheck Check(LimitValues values, long used, long heldTokens)
    {
        var (day, month) = (Begin(LimitSpan.Day), Begin(LimitSpan.Month));
        day.Add(used, 0);
        month.Add(used, 0);
        return new LimitCheck(LimitsInForce.Of(values, null, null), day, month, heldTokens, 0);
    }

    private static LimitPeriod Begin(LimitSpan span) => LimitPeriod.Begin(Guid.NewGuid(), Guid.NewGuid(), span, Card.Noon, TimeZoneInfo.Utc);

    private static UsageLimit Set(LimitSetter by, LimitValues values, int? warnAt = null, bool isOn = true)
    {
        var limit = UsageLimit.Set(Guid.NewGuid(), Guid.NewGuid(), by);
        limit.Change(isOn, values, warnAt);
        return limit;
    }
}
