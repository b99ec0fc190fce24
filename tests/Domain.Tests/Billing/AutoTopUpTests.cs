using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.TopUps;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class AutoTopUpTests
{
    private static readonly DateTime Noon = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    private readonly AutoTopUp _agreed = AutoTopUp.Of(Guid.NewGuid(), Guid.NewGuid());

    public AutoTopUpTests() => _agreed.Agree(new TopUpTerms("credits-500k", 500_000, Usd(499), 20_00, 100_000, "pm_1", "4242", "en"), Noon);

    [Fact]
    public void Nothing_is_charged_before_somebody_agrees() => Assert.False(AutoTopUp.Of(Guid.NewGuid(), Guid.NewGuid()).MayBegin(Noon));

    [Fact]
    public void A_decline_pauses_for_an_hour_and_the_third_switches_off()
    {
        _agreed.Decline(Noon);
        Assert.False(_agreed.MayBegin(Noon.AddMinutes(59)));
        Assert.True(_agreed.MayBegin(Noon.AddMinutes(60)));

        _agreed.Decline(Noon);
        _agreed.Decline(Noon);
        Assert.Equal((false, TopUpOff.Declined), (_agreed.IsOn, _agreed.Off));
    }

    [Fact]
    public void A_charge_that_goes_through_forgives_the_declines_before_it()
    {
        _agreed.Decline(Noon);
        _agreed.Decline(Noon);
        _agreed.Succeed();
        _agreed.Decline(Noon);

        Assert.True(_agreed.IsOn);
    }

    [Fact]
    public void Less_than_was_agreed_to_is_covered_and_more_is_not()
    {
        Assert.True(_agreed.Covers(Offer(499)));
        Assert.True(_agreed.Covers(Offer(399)));
        Assert.False(_agreed.Covers(Offer(500)));
        Assert.False(_agreed.Covers(Offer(499, credits: 400_000)));
        Assert.False(_agreed.Covers(new PackageOffer("credits-500k", 500_000, [])));
        Assert.False(_agreed.Covers(null));
    }

    [Fact]
    public void Agreeing_again_ends_what_was_paused_or_switched_off()
    {
        _agreed.TrySwitchOff(TopUpOff.Card, Noon);
        _agreed.Agree(new TopUpTerms("credits-500k", 500_000, Usd(499), 20_00, 100_000, "pm_2", "1881", "en"), Noon);

        Assert.True(_agreed.MayBegin(Noon));
        Assert.Null(_agreed.Off);
    }

    private static PackageOffer Offer(long minor, long credits = 500_000) => new("credits-500k", credits, [new PackagePrice(credits, Usd(minor), Usd(745))]);

    private static Money Usd(long minor) => new(minor, Currency.Usd);
}
