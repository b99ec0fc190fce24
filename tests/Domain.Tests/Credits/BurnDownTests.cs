using SaaSChat.Domain.Credits;

namespace SaaSChat.Domain.Tests.Credits;

public sealed class BurnDownTests
{
    private static readonly DateTime Tomorrow = Purse.Noon.AddDays(1);

    private readonly Purse _sara = new();

    [Fact]
    public void What_expires_first_goes_first_whatever_it_is()
    {
        var (claim, purchase, forever) = (_sara.Give(10, GrantSource.Claim, Tomorrow.AddDays(1)), _sara.Give(10, until: Tomorrow), _sara.Give(10, GrantSource.Plan));

        _sara.Spend(15);

        Assert.Equal((5, 0, 10), (claim.Remaining, purchase.Remaining, forever.Remaining));
        Assert.Equal([(purchase.Id, -10), (claim.Id, -5)], _sara.Last.Allocations.Select(a => (a.GrantId, a.Amount)));
    }

    [Fact]
    public void Among_equals_claims_and_refills_go_first_then_plan_then_promo_then_purchase()
    {
        GrantSource[] given = [GrantSource.Purchase, GrantSource.Promo, GrantSource.Plan, GrantSource.Refill, GrantSource.Claim];
        var grants = given.Select((source, i) => _sara.Give(10, source, Tomorrow, Purse.Noon.AddSeconds(i))).ToList();

        var order = Enumerable.Range(0, 5).Select(_ =>
        {
            _sara.Spend(10);
            return grants.Single(g => g.Id == _sara.Last.Allocations.Single().GrantId).Source;
        });

        Assert.Equal([GrantSource.Refill, GrantSource.Claim, GrantSource.Plan, GrantSource.Promo, GrantSource.Purchase], order);
    }

    [Fact]
    public void Among_the_same_the_oldest_goes_first()
    {
        var (second, first) = (_sara.Give(10, at: Purse.Noon.AddSeconds(1)), _sara.Give(10));

        _sara.Spend(10);

        Assert.Equal((0, 10), (first.Remaining, second.Remaining));
    }

    [Fact]
    public void A_hold_keeps_its_own_grants_from_other_holds()
    {
        var (soon, later) = (_sara.Give(10, until: Tomorrow), _sara.Give(10));
        var (first, second) = (_sara.Hold(10), _sara.Hold(10));

        _sara.Account.Settle(second, 10, Purse.Noon);
        Assert.Equal((10, 0), (soon.Remaining, later.Remaining));

        _sara.Account.Settle(first, 10, Purse.Noon);
        Assert.Equal((0, 0), (soon.Remaining, later.Remaining));
        _sara.AssertWhole();
    }
}
