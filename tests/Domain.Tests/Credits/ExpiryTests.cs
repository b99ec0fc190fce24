using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class ExpiryTests
{
    private static readonly DateTime Tomorrow = Purse.Noon.AddDays(1);

    private readonly Purse _sara = new();

    [Fact]
    public void What_is_left_expires_at_its_time_and_not_before()
    {
        _sara.Give(10, GrantSource.Claim, Tomorrow);
        _sara.Give(5);

        _sara.Account.PostDue(Tomorrow.AddTicks(-1));
        Assert.Equal(15, _sara.Account.Spendable);

        _sara.Account.PostDue(Tomorrow);
        Assert.Equal((5, CreditReason.Expiry, -10L), (_sara.Account.Spendable, _sara.Last.Reason, _sara.Last.Amount));
        _sara.AssertWhole();
    }

    [Fact]
    public void A_clock_that_goes_back_neither_undoes_nor_doubles_an_expiry()
    {
        _sara.Give(10, until: Tomorrow);
        _sara.Account.PostDue(Tomorrow);

        _sara.Account.PostDue(Purse.Noon.AddYears(-1));
        _sara.Account.PostDue(Tomorrow.AddDays(40));

        Assert.Equal((0, 2), (_sara.Account.Available, _sara.Account.Entries.Count));
    }

    [Fact]
    public void Expiry_waits_for_a_hold_which_still_burns_what_it_has_set_aside()
    {
        _sara.Give(10, until: Tomorrow);
        var hold = _sara.Hold(6);

        _sara.Account.PostDue(Tomorrow);
        Assert.Equal((6, 0), (_sara.Account.Available, _sara.Account.Spendable));

        _sara.Account.Settle(hold, 4, Tomorrow);
        Assert.Equal([-4, -4, -2], _sara.Account.Entries.Skip(1).Select(e => e.Amount));
        Assert.Equal((0, 0), (_sara.Account.Available, _sara.Account.Held));
        _sara.AssertWhole();
    }

    [Fact]
    public void What_a_voided_hold_gives_back_too_late_expires_at_once()
    {
        _sara.Give(10, until: Tomorrow);
        var hold = _sara.Hold(6);
        _sara.Account.PostDue(Tomorrow);

        _sara.Account.Void(hold, Tomorrow);

        Assert.Equal((0, -6L), (_sara.Account.Available, _sara.Last.Amount));
        _sara.AssertWhole();
    }

    [Fact]
    public void What_an_answer_cost_beyond_its_hold_is_not_paid_with_what_has_expired()
    {
        _sara.Give(10, until: Tomorrow);
        var (first, second) = (_sara.Hold(4), _sara.Hold(6));
        _sara.Account.PostDue(Tomorrow);
        _sara.Account.Void(second, Tomorrow);

        _sara.Account.Settle(first, 7, Tomorrow);

        Assert.Equal((0, 3), (_sara.Account.Available, _sara.Account.Debt));
        _sara.AssertWhole();
    }
}
