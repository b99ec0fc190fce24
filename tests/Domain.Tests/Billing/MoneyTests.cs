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

    [Theory]
    [InlineData("12.50", "USD", "12.50 USD")]
    [InlineData("1200", "JPY", "1,200 JPY")]
    [InlineData("1000.5", "KWD", "1,000.500 KWD")]
    public void What_is_said_in_words_is_read_again(string typed, string currency, string words)
    {
        var sum = Money.Of(Amount.Of(typed), Currency.Find(currency)!)!.Value;

        Assert.Equal(words, sum.ToWords());
        Assert.Equal(sum, Money.Read(words));
    }

    [Theory]
    [InlineData("80%")]
    [InlineData("50,000")]
    [InlineData("12.5 USD")]
    [InlineData("12.50 usd")]
    [InlineData("12.50 XXX")]
    [InlineData("12.50 USD more")]
    public void Other_words_are_no_money(string words) => Assert.Null(Money.Read(words));
}
