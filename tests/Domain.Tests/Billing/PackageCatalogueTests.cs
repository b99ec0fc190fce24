using SaaSChat.Domain.Billing;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class PackageCatalogueTests
{
    [Theory]
    [InlineData(100_000, "10", "1.49", "5.99")]
    [InlineData(500_000, "35", "4.99", "18.99")]
    [InlineData(1_000_000, "55", "7.99", "29.99")]
    [InlineData(10_000_000, "280", "39.99", "149.99")]
    public void Prices_are_the_owners(long credits, string cny, string usd, string sar)
    {
        Assert.Equal(Amount.Of(cny), PriceOf(credits, Currency.Cny).Price.Major);
        Assert.Equal(Amount.Of(usd), PriceOf(credits, Currency.Usd).Price.Major);
        Assert.Equal(Amount.Of(sar), PriceOf(credits, Currency.Sar).Price.Major);
    }

    [Theory]
    [InlineData(500_000, "50", 30)]
    [InlineData(1_000_000, "100", 45)]
    [InlineData(10_000_000, "1000", 72)]
    public void Yuan_badges_compute_to_what_the_owner_advertises(long credits, string starters, int percent)
    {
        var price = PriceOf(credits, Currency.Cny);

        Assert.Equal(Amount.Of(starters), price.Starters.Major);
        Assert.Equal(percent, price.SavingPercent);
    }

    [Fact]
    public void The_starter_saves_nothing_and_only_one_package_is_popular()
    {
        Assert.All(PackageCatalogue.All[0].Prices, p => Assert.False(p.IsReduced));
        Assert.Equal(500_000, PackageCatalogue.All.Single(p => p.IsPopular).Credits);
    }

    [Fact]
    public void A_badge_never_promises_more_than_the_truth()
    {
        Assert.All(PackageCatalogue.All.SelectMany(p => p.Prices), p =>
            Assert.True(p.Starters.Minor * (100 - p.SavingPercent) >= p.Price.Minor * 100));
    }

    [Fact]
    public void A_million_is_never_shown_cheaper_than_it_is() =>
        Assert.Equal(4.00m, PriceOf(10_000_000, Currency.Usd).PerMillion.Major);

    [Fact]
    public void A_credit_is_cheaper_in_a_plan_than_in_any_package_and_cheapest_in_premium()
    {
        Assert.All(PackageCatalogue.Currencies, currency =>
        {
            var package = PackageCatalogue.All.Min(p => Each(p.PriceIn(currency)!.Price, p.Credits));
            var basic = Each(PlanCatalogue.Basic.PriceIn(currency)!.Month, PlanCatalogue.Basic.Credits);
            var premium = Each(PlanCatalogue.Premium.PriceIn(currency)!.Month, PlanCatalogue.Premium.Credits);

            Assert.True(premium < basic && basic < package, $"{currency.Code}: {premium}, {basic}, {package}");
        });
    }

    private static PackagePrice PriceOf(long credits, Currency currency) =>
        PackageCatalogue.All.Single(p => p.Credits == credits).PriceIn(currency)!;

    private static decimal Each(Money price, long credits) => price.Major / credits;
}
