using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

/// <summary>Sara has bought 100 credits, and the payment is disputed or paid back.</summary>
public sealed class TakingBackTests
{
    private readonly Purse _sara = new();
    private readonly CreditGrant _bought;

    public TakingBackTests() => _bought = _sara.Give(100, until: Purse.Noon.AddDays(1));

    [Fact]
    public void What_is_frozen_cannot_be_spent_until_it_is_thawed()
    {
        Assert.Equal(Resolution.Done, _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon));
        Assert.Null(_sara.TryHold(1));
        Assert.Equal((0, 100, -100L), (_sara.Account.Available, _bought.Frozen, _sara.Last.Amount));

        Assert.Equal(Resolution.Done, _sara.Account.Thaw(_bought, "dispute:1", Purse.Noon));
        Assert.Equal((100, 0, 100L), (_sara.Account.Spendable, _bought.Frozen, _sara.Last.Amount));
        _sara.AssertWhole();
    }

    [Fact]
    public void Freezing_and_thawing_twice_is_the_same_as_once_and_another_dispute_is_a_conflict()
    {
        _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon);

        Assert.Equal(Resolution.AlreadyDone, _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon));
        Assert.Equal(Resolution.Conflict, _sara.Account.Freeze(_bought, "dispute:2", Purse.Noon));
        Assert.Equal(Resolution.Conflict, _sara.Account.Thaw(_bought, "dispute:2", Purse.Noon));
        _sara.Account.Thaw(_bought, "dispute:1", Purse.Noon);
        Assert.Equal(Resolution.AlreadyDone, _sara.Account.Thaw(_bought, "dispute:1", Purse.Noon));

        Assert.Equal((100, 3), (_sara.Account.Spendable, _sara.Account.Entries.Count));
    }

    [Fact]
    public void What_a_hold_has_set_aside_is_frozen_when_the_hold_ends()
    {
        var hold = _sara.Hold(40);
        _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon);
        Assert.Equal((40, 60), (_sara.Account.Available, _bought.Frozen));

        _sara.Account.Settle(hold, 15, Purse.Noon);

        Assert.Equal((0, 85, 0), (_sara.Account.Available, _bought.Frozen, _sara.Account.Debt));
        _sara.AssertWhole();
    }

    [Fact]
    public void What_is_thawed_too_late_expires_at_once()
    {
        _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon);

        _sara.Account.Thaw(_bought, "dispute:1", Purse.Noon.AddDays(2));

        Assert.Equal((0, CreditReason.Expiry), (_sara.Account.Available, _sara.Last.Reason));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_refund_takes_the_grants_own_remainder_first_and_the_rest_is_debt()
    {
        _sara.Spend(70);

        Assert.Equal(Resolution.Done, _sara.Account.Claw(_bought, 50, Purse.Noon));

        Assert.Equal((0, 20, -50L), (_sara.Account.Available, _sara.Account.Debt, _sara.Last.Amount));
        _sara.AssertWhole();
    }

    [Fact]
    public void Refunds_count_in_all_so_that_each_takes_only_what_is_new()
    {
        _sara.Account.Claw(_bought, 30, Purse.Noon);

        Assert.Equal(Resolution.AlreadyDone, _sara.Account.Claw(_bought, 30, Purse.Noon));
        Assert.Equal(Resolution.AlreadyDone, _sara.Account.Claw(_bought, 10, Purse.Noon));
        Assert.Equal(Resolution.Done, _sara.Account.Claw(_bought, 45, Purse.Noon));

        Assert.Equal((55, 45), (_sara.Account.Available, _bought.Clawed));
        _sara.AssertWhole();
    }

    [Fact]
    public void Debt_of_a_refund_is_paid_from_other_credits_as_they_become_free()
    {
        _sara.Spend(100);
        _sara.Give(30, GrantSource.Claim);
        var hold = _sara.Hold(20);

        _sara.Account.Claw(_bought, 100, Purse.Noon);
        Assert.Equal((20, 90, 0), (_sara.Account.Available, _sara.Account.Debt, _sara.Account.Spendable));

        _sara.Account.Void(hold, Purse.Noon);
        Assert.Equal((0, 70), (_sara.Account.Available, _sara.Account.Debt));

        _sara.Give(100);
        Assert.Equal((30, 0), (_sara.Account.Spendable, _sara.Account.Debt));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_lost_dispute_burns_what_was_frozen()
    {
        _sara.Spend(20);
        _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon);

        _sara.Account.Claw(_bought, 100, Purse.Noon);

        Assert.Equal((0, 0, 20), (_sara.Account.Available, _bought.Frozen, _sara.Account.Debt));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_part_paid_back_during_a_dispute_leaves_the_rest_frozen()
    {
        _sara.Account.Freeze(_bought, "dispute:1", Purse.Noon);

        _sara.Account.Claw(_bought, 40, Purse.Noon);

        Assert.Equal((0, 60, 0), (_sara.Account.Available, _bought.Frozen, _sara.Account.Debt));
        _sara.AssertWhole();
    }

    [Fact]
    public void What_an_admin_takes_goes_in_the_order_of_spending_and_leaves_alone_what_is_set_aside()
    {
        var claimed = _sara.Give(30, GrantSource.Claim, Purse.Noon.AddDays(1));
        _sara.Hold(20);

        Assert.False(_sara.Account.TryTake(111, "admin:1", Purse.Noon));
        Assert.True(_sara.Account.TryTake(50, "admin:2", Purse.Noon));

        Assert.Equal((0, 60), (claimed.Free, _bought.Free));
        Assert.Equal((CreditReason.Correction, -50), (_sara.Last.Reason, _sara.Last.Amount));
        _sara.AssertWhole();
    }

    [Fact]
    public void What_was_taken_back_wrongly_is_given_again_with_the_debt_that_it_left_however_often()
    {
        _sara.Account.Settle(_sara.Hold(70), 70, Purse.Noon);

        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(Resolution.Done, _sara.Account.Claw(_bought, 100, Purse.Noon));
            Assert.Equal((0, 70), (_sara.Account.Available, _sara.Account.Debt));

            Assert.Equal(Resolution.Done, _sara.Account.Unclaw(_bought, 0, Purse.Noon));
            Assert.Equal(Resolution.AlreadyDone, _sara.Account.Unclaw(_bought, 0, Purse.Noon));
            Assert.Equal((30, 0, 0), (_sara.Account.Available, _sara.Account.Debt, _bought.Clawed));
        }

        _sara.AssertWhole();
    }
}
