using SaaSChat.Domain.Billing;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class PromoCodeTests
{
    private static readonly DateTime Noon = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
    private static readonly PackageOffer Package = PackageCatalogue.All[1];

    [Theory]
    [InlineData(" spring-26 ", "SPRING-26")]
    [InlineData("A_B", "A_B")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("خصم", null)]
    [InlineData("two words", null)]
    [InlineData("<b>", null)]
    [InlineData("12345678901234567890123456789012345678901", null)]
    public void A_code_is_compared_however_it_was_typed(string? typed, string? code) => Assert.Equal(code, PromoCode.Normalise(typed));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(33, 164)]
    [InlineData(100, 499)]
    public void A_share_is_rounded_down(int percent, long off) =>
        Assert.Equal(Usd(off), PromoCode.OfPercent("CODE", percent, new PromoTerms(Noon)).OffOf(Package, Usd(499), Noon));

    [Fact]
    public void A_sum_takes_off_no_more_than_there_is_and_in_its_currency_only()
    {
        var code = PromoCode.OfSum("CODE", Usd(1_000), new PromoTerms(Noon));

        Assert.Equal(Usd(499), code.OffOf(Package, Usd(499), Noon));
        Assert.Null(code.OffOf(Package, new Money(1_899, Currency.Sar), Noon));
    }

    [Fact]
    public void It_holds_from_its_beginning_until_just_before_its_end()
    {
        var code = PromoCode.OfPercent("CODE", 10, new PromoTerms(Noon, Noon.AddDays(1)));

        Assert.Null(code.OffOf(Package, Usd(499), Noon.AddTicks(-1)));
        Assert.NotNull(code.OffOf(Package, Usd(499), Noon));
        Assert.NotNull(code.OffOf(Package, Usd(499), Noon.AddDays(1).AddTicks(-1)));
        Assert.Null(code.OffOf(Package, Usd(499), Noon.AddDays(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(-5)]
    public void Nobody_can_make_a_code_that_gives_money(int percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PromoCode.OfPercent("CODE", percent, new PromoTerms(Noon)));

    private static Money Usd(long minor) => new(minor, Currency.Usd);
}
