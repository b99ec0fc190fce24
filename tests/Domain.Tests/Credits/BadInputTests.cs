using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class BadInputTests
{
    private readonly Purse _sara = Purse.With(100);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Nothing_is_moved_by_a_sum_that_is_not_above_zero(long sum)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _sara.Give(sum));
        Assert.Throws<ArgumentOutOfRangeException>(() => _sara.TryHold(sum));
        Assert.Throws<ArgumentOutOfRangeException>(() => _sara.Account.Claw(_sara.Account.Grants.Single(), sum, Purse.Noon));

        Assert.Equal((100, 1), (_sara.Account.Spendable, _sara.Account.Entries.Count));
        _sara.AssertWhole();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void An_answer_never_costs_less_than_nothing(long cost)
    {
        var hold = _sara.Hold(10);

        Assert.Throws<ArgumentOutOfRangeException>(() => _sara.Account.Settle(hold, cost, Purse.Noon));

        Assert.Equal(HoldState.Open, hold.State);
        _sara.AssertWhole();
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(CreditAccount.Most)]
    [InlineData(CreditAccount.Most - 99)]
    public void A_grant_that_would_be_too_much_is_refused_whole(long sum)
    {
        Assert.Null(_sara.Account.Grant(new GrantOrder(GrantSource.Admin, "huge", sum), Purse.Noon));

        Assert.Equal((100, 1), (_sara.Account.Spendable, _sara.Account.Entries.Count));
        _sara.AssertWhole();
    }

    [Fact]
    public void The_most_that_fits_is_granted_held_and_spent_to_the_unit()
    {
        _sara.Give(CreditAccount.Most - 100);

        _sara.Spend(CreditAccount.Most - 1);

        Assert.Equal(1, _sara.Account.Spendable);
        _sara.AssertWhole();
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(CreditAccount.Most + 11)]
    public void A_cost_that_would_be_too_much_is_refused_and_the_hold_stays_open(long cost)
    {
        var hold = _sara.Hold(10);

        Assert.Equal(Resolution.TooMuch, _sara.Account.Settle(hold, cost, Purse.Noon));

        Assert.Equal((HoldState.Open, 90), (hold.State, _sara.Account.Spendable));
        _sara.AssertWhole();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_key_without_a_name_is_a_mistake(string key)
    {
        Assert.Throws<ArgumentException>(() => new GrantOrder(GrantSource.Admin, key, 1));
        Assert.Throws<ArgumentException>(() => new HoldOrder(key, 1, "here"));
        Assert.Throws<ArgumentException>(() => new GrantOrder(GrantSource.Admin, new string('k', 101), 1));
    }
}
