using SaaSChat.Domain.Models;
using SaaSChat.Domain.Tests.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Usage;

public sealed class CallQuoteTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(359)]
    [InlineData(361)]
    [InlineData(1_000)]
    [InlineData(123_457)]
    public void What_is_affordable_is_paid_for_and_one_token_more_is_not(long credits)
    {
        var quote = Quote(Card.InOut("1", "2"), input: 300, Margin.Default);

        var output = quote.OutputFor(credits);

        if (credits < 360) Assert.Equal(-1, output);
        else Assert.True(quote.At(output).Credits <= credits && quote.At(output + 1).Credits > credits);
    }

    [Fact]
    public void A_model_without_an_output_price_is_limited_by_nothing_but_its_length() =>
        Assert.True(Quote(Card.InOut("0", "0"), 300, Margin.Zero).OutputFor(0) > 1_000_000_000);

    [Fact]
    public void What_is_held_pays_for_writing_the_prompt_to_a_dearer_cache()
    {
        var card = Card.Of((UsageKind.Input, "3"), (UsageKind.CacheWriteShort, "3.75"), (UsageKind.Output, "15"));
        var quote = Quote(card, input: 1_000, Margin.Zero);

        Assert.Equal(3_750 + 15_000, quote.At(1_000).Credits);
        Assert.Equal(18_750, quote.Settle(Quantities.Of((UsageKind.CacheWriteShort, 1_000), (UsageKind.Output, 1_000)))!.Credits);
    }

    [Fact]
    public void The_real_prompt_decides_on_the_long_price_and_not_the_estimate()
    {
        var quote = Quote(Card.InOut("1", "2"), input: 150_000, Margin.Zero, longContext: Card.InOut("5", "10"));

        Assert.Equal(750_010, quote.At(1).Credits);
        Assert.Equal(80_002, quote.Settle(Quantities.Of((UsageKind.Input, 80_000), (UsageKind.Output, 1)))!.Credits);
    }

    [Fact]
    public void A_report_without_a_price_is_charged_nothing_but_answered_with_none()
    {
        Assert.Null(Quote(Card.InOut("1", "2"), 300, Margin.Zero).Settle(Quantities.Of((UsageKind.Image, 1))));
        Assert.Null(CallQuote.Of(null, Margin.Zero, 300, Card.Noon, out var refusal));
        Assert.Equal(PriceFault.NoPrice, refusal!.Fault);
    }

    [Fact]
    public void A_hostile_price_never_leads_to_a_cost_beyond_a_long()
    {
        var card = new RateCard(new Dictionary<UsageKind, long> { [UsageKind.Input] = 1, [UsageKind.Output] = long.MaxValue / 3 });
        var quote = Quote(card, 300, Margin.OfMillionths(Margin.Most));

        Assert.Equal(2, quote.OutputFor(long.MaxValue));
        Assert.Null(quote.TryAt(4));
        Assert.Null(CallQuote.Of(Price(new RateCard(new Dictionary<UsageKind, long> { [UsageKind.Input] = long.MaxValue, [UsageKind.Output] = 1 })), Margin.Zero, 2, Card.Noon, out var refusal));
        Assert.Equal(PriceFault.TooLarge, refusal!.Fault);
    }

    internal static CallQuote Quote(RateCard card, long input, Margin margin, RateCard? longContext = null) =>
        CallQuote.Of(Price(card, longContext), margin, input, Card.Noon, out _)!;

    private static ModelPrice Price(RateCard card, RateCard? longContext = null)
    {
        var cards = new Dictionary<RateTier, RateCard> { [RateTier.Standard] = card };
        if (longContext is not null) cards[RateTier.LongContext] = longContext;
        return ModelPrice.Of("any", new PriceOffer(Card.Noon, null, cards, longContext is null ? null : 100_000));
    }
}
