using System.Globalization;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Tests.Localization;

public sealed class TypedNumbersTests
{
    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("١٢٫٥٠", "12.50")]
    [InlineData("۱۲٫۵۰", "12.50")]
    [InlineData("١٬٢٣٤٬٥٦٧٫٨٩", "1234567.89")]
    [InlineData("1,234.5", "1234.5")]
    [InlineData("\u061c-٥", "-5")]
    [InlineData(" \u200f\u221212 ", "-12")]
    public void What_people_type_is_understood(string typed, string number) =>
        Assert.Equal(decimal.Parse(number, CultureInfo.InvariantCulture), TypedNumbers.Amount(typed));

    [Theory]
    [InlineData("1,5")]
    [InlineData("1٬5")]
    [InlineData("1,23,456")]
    [InlineData("1.2.3")]
    [InlineData("1e3")]
    [InlineData("$5")]
    [InlineData("12 50")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("")]
    [InlineData(null)]
    public void What_could_mean_something_else_is_refused(string? typed) => Assert.Null(TypedNumbers.Amount(typed));

    [Theory]
    [InlineData("٢٥٠٬٠٠٠", 250_000)]
    [InlineData("-7", -7)]
    public void Whole_numbers_are_understood(string typed, long number) => Assert.Equal(number, TypedNumbers.Whole(typed));

    [Theory]
    [InlineData("1.0")]
    [InlineData("9223372036854775808")]
    public void What_is_not_whole_or_too_large_is_refused(string typed) => Assert.Null(TypedNumbers.Whole(typed));
}
