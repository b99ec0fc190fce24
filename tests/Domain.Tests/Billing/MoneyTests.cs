using SaaSChat.Domain.Billing;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("12.50", "USD", 1250)]
    [InlineData("12", "JPY", 12)]
    [InlineData("1.234", "KWD", 1234)]
    public void What_is_typed_is_whole_minor_units(string typed, string currency, long minor) =>
        Assert.Equal(new Money(minor, Currency.Find(currency)!), Money.Of(Amount.Of(typed), Currency.Find(currency)!));

    [Theory]
    [InlineData("12.505", "USD")]
    [InlineData("12.5", "JPY")]
    [InlineData("10000000000.01", "USD")]
    [InlineData("79228162514264337593543950335", "KWD")]
    public void Fractions_that_a_currency_does_not_have_and_sums_that_nobody_pays_are_none(string typed, string currency) =>
        Assert.Null(Money.Of(Amount.Of(typed), Currency.Find(currency)!));
}
