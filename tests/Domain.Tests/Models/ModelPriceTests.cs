using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ModelPriceTests
{
    private static readonly DateTime Noon = Card.Noon;

    private static readonly Dictionary<RateTier, RateCard> Cards = new()
    {
        [RateTier.Standard] = Card.InOut("1", "2"), [RateTier.LongContext] = Card.InOut("5", "10"), [RateTier.OffPeak] = Card.InOut("0.5", "1"),
    };

    [Theory]
    [InlineData(0, RateTier.Standard)]
    [InlineData(100_000, RateTier.Standard)]
    [InlineData(100_001, RateTier.LongContext)]
    public void A_longer_prompt_re_rates_the_whole_request(long prompt, RateTier tier)
    {
        var price = ModelPrice.Of("haiku", new PriceOffer(Noon, null, Cards, LongContextAbove: 100_000));

        Assert.Equal(tier, price.TierFor(prompt, Noon));
        Assert.Equal(Cards[tier].Rates, price.CardFor(prompt, Noon).Rates);
    }

    [Fact]
    public void What_comes_from_a_cache_counts_towards_the_length_of_the_prompt()
    {
        var used = Quantities.Of((UsageKind.Input, 1), (UsageKind.CacheRead, 60_000), (UsageKind.CacheWriteLong, 40_000), (UsageKind.Output, 9));

        Assert.Equal(100_001, used.PromptTokens);
        Assert.Equal((100_010, 9), (used.Tokens, used.OutputTokens));
    }

    [Theory]
    [InlineData("2026-11-25 09:59:59", RateTier.Standard)]
    [InlineData("2026-11-25 10:00:00", RateTier.OffPeak)]
    [InlineData("2026-11-25 23:59:59", RateTier.OffPeak)]
    [InlineData("2026-11-26 00:59:59", RateTier.OffPeak)]
    [InlineData("2026-11-26 01:00:00", RateTier.Standard)]
    [InlineData("2026-11-26 04:00:00", RateTier.OffPeak)]
    [InlineData("2026-11-28 02:00:00", RateTier.OffPeak)]
    [InlineData("2026-11-29 23:59:59", RateTier.OffPeak)]
    [InlineData("2026-11-30 01:00:00", RateTier.Standard)]
    public void Quiet_hours_cross_midnight_and_whole_weekends_belong_to_them(string at, RateTier tier)
    {
        var price = ModelPrice.Of("deepseek", new PriceOffer(Noon, null, Cards, OffPeak: OffPeakHours.Parse("10:00-01:00 04:00-06:00 weekends")));

        Assert.Equal(tier, price.TierFor(0, DateTime.SpecifyKind(DateTime.Parse(at, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc)));
    }

    [Theory]
    [InlineData("10:00-01:00 04:00-06:00 weekends")]
    [InlineData("22:30-06:00")]
    [InlineData("weekends")]
    public void Quiet_hours_are_written_as_they_are_read(string hours) => Assert.Equal(hours, OffPeakHours.Parse(hours).ToString());

    [Fact]
    public void A_long_prompt_at_a_quiet_hour_is_a_long_prompt()
    {
        var price = ModelPrice.Of("both", new PriceOffer(Noon, null, Cards, LongContextAbove: 10, OffPeak: OffPeakHours.Parse("00:00-23:59")));

        Assert.Equal(RateTier.LongContext, price.TierFor(11, Noon));
    }

    [Fact]
    public void A_long_prompt_whose_price_is_unknown_is_refused()
    {
        var price = ModelPrice.Of("sol", new PriceOffer(Noon, null, new Dictionary<RateTier, RateCard> { [RateTier.Standard] = Card.InOut("2", "10") }, LongContextAbove: 272_000));

        Assert.Null(price.CardFor(272_000, Noon).Refusal);
        Assert.Equal(new PriceRefusal(PriceFault.RateMissing, UsageKind.Input), price.CardFor(272_001, Noon).Refusal);
    }

    [Fact]
    public void A_price_counts_from_its_first_moment_until_before_its_last()
    {
        var price = ModelPrice.Of("argon", new PriceOffer(Noon, Noon.AddDays(1), Cards));

        Assert.False(price.CountsAt(Noon.AddTicks(-1)));
        Assert.True(price.CountsAt(Noon) && price.CountsAt(Noon.AddDays(1).AddTicks(-1)));
        Assert.False(price.CountsAt(Noon.AddDays(1)));
    }
}
