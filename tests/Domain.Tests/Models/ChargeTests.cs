using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Tests.Models;

public sealed class ChargeTests
{
    [Theory]
    [InlineData("1.5", "2", 100, 50, 250)]
    [InlineData("30", "60", 1_000, 500, 60_000)]
    [InlineData("0.003625", "0.87", 1, 0, 1)]
    [InlineData("0.003625", "0.87", 1_000_000, 0, 3_625)]
    [InlineData("0", "0", 5, 5, 0)]
    public void Credits_are_the_owners_figures(string input, string output, long prompt, long answer, long credits) =>
        Assert.Equal(credits, Card.InOut(input, output).Charge(Margin.Zero, (UsageKind.Input, prompt), (UsageKind.Output, answer)).Credits);

    [Fact]
    public void A_cache_write_is_charged_at_its_own_rate_and_the_sum_rounded_up_once()
    {
        var card = Card.Of((UsageKind.Input, "3"), (UsageKind.CacheWriteShort, "3.75"), (UsageKind.Output, "15"));

        var charge = card.Charge(Margin.Zero, (UsageKind.Input, 11), (UsageKind.CacheWriteShort, 140_522), (UsageKind.Output, 5));

        Assert.Equal(527_065_500_000, charge.Cost);
        Assert.Equal(527_066, charge.Credits);
        Assert.Equal([33_000_000, 526_957_500_000, 75_000_000], charge.Parts.Select(p => p.Amount));
        Assert.Equal([3_000_000, 3_750_000, 15_000_000], charge.Parts.Select(p => p.Rate));
    }

    [Fact]
    public void Halves_of_several_parts_make_one_whole_credit_together()
    {
        var card = Card.Of((UsageKind.Input, "0.5"), (UsageKind.CacheRead, "0.25"), (UsageKind.Output, "0.25"));

        Assert.Equal(1, card.Charge(Margin.Zero, (UsageKind.Input, 1), (UsageKind.CacheRead, 1), (UsageKind.Output, 1)).Credits);
    }

    [Fact]
    public void The_margin_comes_on_top_before_the_rounding_and_never_into_the_cost()
    {
        var charge = Card.InOut("0.1", "0.5").Charge(Margin.Default, (UsageKind.Input, 96), (UsageKind.Output, 214));

        Assert.Equal(140, charge.Credits);
        Assert.Equal(116_600_000, charge.Cost);
    }

    [Fact]
    public void A_missing_cache_rate_is_that_of_fresh_input()
    {
        var card = Card.InOut("2", "10");

        Assert.Equal(2_000 * 4, card.Charge(Margin.Zero,
            (UsageKind.Input, 1_000), (UsageKind.CacheRead, 1_000), (UsageKind.CacheWriteShort, 1_000), (UsageKind.CacheWriteLong, 1_000)).Credits);
    }

    [Fact]
    public void A_cache_rate_of_zero_is_not_missing() =>
        Assert.Equal(0, Card.Of((UsageKind.Input, "2"), (UsageKind.CacheRead, "0"), (UsageKind.Output, "10")).Charge(Margin.Zero, (UsageKind.CacheRead, 1_000)).Credits);

    [Theory]
    [InlineData(UsageKind.AudioInputMinute, "0.017", 20_000, 5_667)]
    [InlineData(UsageKind.AudioInputMinute, "0.006", 90_000, 9_000)]
    [InlineData(UsageKind.AudioOutputSecond, "0.0001", 1_500, 150)]
    [InlineData(UsageKind.AudioOutputCharacter, "15", 4_096, 61_440)]
    [InlineData(UsageKind.AudioInput, "2.5", 1_000, 2_500)]
    [InlineData(UsageKind.ImageOutput, "30", 1_056, 31_680)]
    [InlineData(UsageKind.Image, "0.067", 3, 201_000)]
    [InlineData(UsageKind.Call, "0.01", 2, 20_000)]
    [InlineData(UsageKind.VideoSecond, "0.4", 8_000, 3_200_000)]
    public void Sounds_pictures_and_calls_are_charged_by_their_own_measure(UsageKind kind, string dollars, long counted, long credits) =>
        Assert.Equal(credits, Card.Of((kind, dollars)).Charge(Margin.Zero, (kind, counted)).Credits);

    [Fact]
    public void Thirds_of_a_picodollar_are_kept_until_the_one_rounding()
    {
        var card = Card.Of((UsageKind.AudioInputMinute, "0.000000000001"), (UsageKind.AudioOutputMinute, "0.000000000001"));

        var charge = card.Charge(Margin.Zero, (UsageKind.AudioInputMinute, 20_000), (UsageKind.AudioOutputMinute, 40_000));

        Assert.Equal(1, charge.Cost);
        Assert.Equal(1, charge.Credits);
    }

    [Fact]
    public void What_was_not_used_has_no_part() => Assert.Empty(Card.InOut("1", "2").Charge(Margin.Default, (UsageKind.Input, 0), (UsageKind.Output, 0)).Parts);
}
