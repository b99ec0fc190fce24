using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class PlanCatalogueTests
{
    [Theory]
    [InlineData("guest", 100_000, 1)]
    [InlineData("free", 250_000, 2)]
    [InlineData("basic", 5_000_000, 5)]
    [InlineData("premium", 20_000_000, 10)]
    public void Allowances_are_the_owners(string key, long credits, int generations)
    {
        var plan = PlanCatalogue.All.Single(p => p.Key == key);

        Assert.Equal(credits, plan.Credits);
        Assert.Equal(generations, plan.Generations);
        Assert.Equal(key is "guest" or "free", plan.IsFree);
    }

    [Theory]
    [InlineData("basic", "CNY", "69", "690")]
    [InlineData("basic", "USD", "9.99", "99.90")]
    [InlineData("basic", "SAR", "37.99", "379.90")]
    [InlineData("premium", "CNY", "199", "1990")]
    [InlineData("premium", "USD", "29.99", "299.90")]
    [InlineData("premium", "SAR", "112.99", "1129.90")]
    public void Prices_are_the_owners_and_a_year_costs_ten_months(string key, string currency, string month, string year)
    {
        var price = PlanCatalogue.All.Single(p => p.Key == key).PriceIn(Currency.Find(currency)!)!;

        Assert.Equal(Amount.Of(month), price.Month.Major);
        Assert.Equal(Amount.Of(year), price.Year.Major);
        Assert.Equal(2, price.MonthsFree);
    }

    [Fact]
    public void A_twelfth_of_a_year_is_never_shown_cheaper_than_it_is()
    {
        var dollars = PlanCatalogue.Basic.PriceIn(Currency.Usd)!;

        Assert.Equal(8.33m, dollars.MonthOfYear.Major);
        Assert.True(dollars.MonthOfYear.Minor * 12 >= dollars.Year.Minor);
    }

    [Fact]
    public void Only_an_account_that_never_paid_starts_with_limits()
    {
        Assert.Equal(new LimitValues(10_000, 100_000, 5_000_000_000_000, 50_000_000_000_000), PlanCatalogue.Free.Limits);
        Assert.All(PlanCatalogue.All.Where(p => !p.IsFree), p => Assert.Null(p.Limits));
    }

    [Fact]
    public void A_currency_without_prices_has_none() => Assert.Null(PlanCatalogue.Basic.PriceIn(Currency.Jpy));
}
