using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class HoldTests
{
    private readonly Purse _sara = Purse.With(100);

    [Fact]
    public void What_is_held_cannot_be_held_again()
    {
        _sara.Hold(70);

        Assert.Null(_sara.TryHold(31));
        Assert.NotNull(_sara.TryHold(30));
        Assert.Equal((100, 100, 0), (_sara.Account.Available, _sara.Account.Held, _sara.Account.Spendable));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_hold_is_no_entry()
    {
        _sara.Hold(70);

        Assert.Equal(CreditReason.Grant, Assert.Single(_sara.Account.Entries).Reason);
    }

    [Fact]
    public void A_settle_charges_what_it_cost_and_frees_the_rest()
    {
        var hold = _sara.Hold(70);

        Assert.Equal(Resolution.Done, _sara.Account.Settle(hold, 25, Purse.Noon));

        Assert.Equal((75, 0), (_sara.Account.Spendable, _sara.Account.Held));
        Assert.Equal((-25, 75, $"settle:{hold.Id:N}"), (_sara.Last.Amount, _sara.Last.BalanceAfter, _sara.Last.Key));
        _sara.AssertWhole();
    }

    [Fact]
    public void An_answer_that_cost_nothing_is_an_entry_too()
    {
        _sara.Account.Settle(_sara.Hold(70), 0, Purse.Noon);

        Assert.Equal((CreditReason.Settle, 0L, 100L), (_sara.Last.Reason, _sara.Last.Amount, _sara.Last.BalanceAfter));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_voided_hold_costs_nothing_and_leaves_no_entry()
    {
        Assert.Equal(Resolution.Done, _sara.Account.Void(_sara.Hold(70), Purse.Noon));

        Assert.Equal((100, 1), (_sara.Account.Spendable, _sara.Account.Entries.Count));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_hold_ends_once()
    {
        var (settled, voided) = (_sara.Hold(40), _sara.Hold(40));
        _sara.Account.Settle(settled, 25, Purse.Noon);
        _sara.Account.Void(voided, Purse.Noon);

        Assert.Equal(Resolution.AlreadyDone, _sara.Account.Settle(settled, 25, Purse.Noon));
        Assert.Equal(Resolution.Conflict, _sara.Account.Settle(settled, 26, Purse.Noon));
        Assert.Equal(Resolution.Conflict, _sara.Account.Void(settled, Purse.Noon));
        Assert.Equal(Resolution.AlreadyDone, _sara.Account.Void(voided, Purse.Noon));
        Assert.Equal(Resolution.Conflict, _sara.Account.Settle(voided, 25, Purse.Noon));
        Assert.Equal(75, _sara.Account.Spendable);
        _sara.AssertWhole();
    }

    [Fact]
    public void What_an_answer_cost_beyond_its_hold_comes_from_what_is_free_then_from_debt()
    {
        var (hold, other) = (_sara.Hold(50), _sara.Hold(30));

        _sara.Account.Settle(hold, 90, Purse.Noon);

        Assert.Equal((30, 30, 20, 0), (_sara.Account.Available, _sara.Account.Held, _sara.Account.Debt, _sara.Account.Spendable));
        _sara.AssertWhole();

        _sara.Account.Void(other, Purse.Noon);

        Assert.Equal((10, 0, 10), (_sara.Account.Available, _sara.Account.Debt, _sara.Account.Spendable));
        Assert.Equal((CreditReason.Repayment, 0L, 10L), (_sara.Last.Reason, _sara.Last.Amount, _sara.Last.BalanceAfter));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_hold_is_extended_to_a_total_as_far_as_credits_go()
    {
        var hold = _sara.Hold(50);

        Assert.True(_sara.Account.TryExtend(hold, 80, Purse.Noon));
        Assert.True(_sara.Account.TryExtend(hold, 80, Purse.Noon));
        Assert.False(_sara.Account.TryExtend(hold, 101, Purse.Noon));

        Assert.Equal((80, 20), (_sara.Account.Held, _sara.Account.Spendable));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_hold_that_is_over_cannot_be_extended()
    {
        var hold = _sara.Hold(50);
        _sara.Account.Void(hold, Purse.Noon);

        Assert.Throws<InvalidOperationException>(() => _sara.Account.TryExtend(hold, 80, Purse.Noon));
    }

    [Fact]
    public void A_hold_is_swept_only_when_its_lease_has_run_out_and_then_cannot_be_settled()
    {
        var hold = _sara.Hold(50);

        Assert.False(_sara.Account.Sweep(hold, Purse.Noon + CreditHold.Lease - TimeSpan.FromTicks(1)));
        Assert.True(_sara.Account.Sweep(hold, Purse.Noon + CreditHold.Lease));
        Assert.False(_sara.Account.Sweep(hold, Purse.Noon + CreditHold.Lease));
        Assert.Equal(Resolution.Swept, _sara.Account.Settle(hold, 25, Purse.Noon));
        Assert.Equal(Resolution.Swept, _sara.Account.Void(hold, Purse.Noon));

        Assert.Equal(100, _sara.Account.Spendable);
        _sara.AssertWhole();
    }

    [Fact]
    public void Somebody_else_s_hold_is_a_mistake() =>
        Assert.Throws<InvalidOperationException>(() => _sara.Account.Settle(Purse.With(50).Hold(10), 10, Purse.Noon));
}
