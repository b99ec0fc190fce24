using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ChargeRefusalTests
{
    [Fact]
    public void A_kind_without_a_rate_is_refused_by_name() =>
        Assert.Equal(new PriceRefusal(PriceFault.RateMissing, UsageKind.Image), RefusalOf(Card.InOut("1", "2"), (UsageKind.Input, 1), (UsageKind.Image, 1)));

    [Fact]
    public void A_negative_rate_is_refused_by_name() =>
        Assert.Equal(new PriceRefusal(PriceFault.RateNegative, UsageKind.Output), RefusalOf(Card.InOut("1", "-2"), (UsageKind.Output, 1)));

    [Fact]
    public void A_cost_beyond_a_long_is_refused_and_the_last_one_within_is_exact()
    {
        var card = new RateCard(new Dictionary<UsageKind, long> { [UsageKind.Input] = long.MaxValue, [UsageKind.Output] = 1 });

        Assert.Equal(new PriceRefusal(PriceFault.TooLarge), RefusalOf(card, (UsageKind.Input, 1), (UsageKind.Output, 1)));
        Assert.Equal(long.MaxValue, card.Charge(Margin.OfMillionths(Margin.Most), (UsageKind.Input, 1)).Cost);
        Assert.Equal(9_232_595_408_891_631, card.Charge(Margin.OfMillionths(Margin.Most), (UsageKind.Input, 1)).Credits);
    }

    [Theory]
    [InlineData(UsageKind.Input)]
    [InlineData(UsageKind.Output)]
    public void A_card_without_one_of_the_two_rates_may_not_be_asked_at(UsageKind missing)
    {
        var other = missing == UsageKind.Input ? UsageKind.Output : UsageKind.Input;

        Assert.Equal(new PriceRefusal(PriceFault.RateMissing, missing), Card.Of((other, "1")).Refusal);
    }

    [Fact]
    public void A_card_with_a_negative_rate_of_any_kind_may_not_be_asked_at()
    {
        Assert.Equal(
            new PriceRefusal(PriceFault.RateNegative, UsageKind.CacheRead),
            Card.Of((UsageKind.Input, "1"), (UsageKind.Output, "1"), (UsageKind.CacheRead, "-0.1")).Refusal);
        Assert.Null(Card.InOut("0", "0").Refusal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Quantities.Most + 1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_count_that_cannot_be_is_refused(long count)
    {
        Assert.Null(Quantities.From((UsageKind.Input, count)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantities.Of((UsageKind.Input, count)));
    }

    [Fact]
    public void Counts_that_cannot_be_together_are_refused() =>
        Assert.Null(Quantities.From((UsageKind.Input, Quantities.Most), (UsageKind.Output, 1)));

    [Theory]
    [InlineData("0.0000001")]
    [InlineData("1.0000000000000000000000000001")]
    [InlineData("99999999999999999999")]
    public void A_price_that_cannot_be_kept_exactly_is_refused(string dollars) =>
        Assert.Null(Picodollars.OfOne(decimal.Parse(dollars, System.Globalization.CultureInfo.InvariantCulture), UsageKind.Input.ListedPer()));

    [Fact]
    public void A_margin_is_exact_or_refused()
    {
        Assert.Equal(200_000, Margin.Of(0.2m)?.Millionths);
        Assert.Equal(Margin.Zero, Margin.Of(0m));
        Assert.All([-0.1m, 0.0000001m, 1_000.000001m, decimal.MaxValue], refused => Assert.Null(Margin.Of(refused)));
    }

    private static PriceRefusal? RefusalOf(RateCard card, params (UsageKind, long)[] used)
    {
        Assert.False(Charge.TryOf(Quantities.Of(used), card, Margin.Zero, out _, out var refusal));
        return refusal;
    }
}
