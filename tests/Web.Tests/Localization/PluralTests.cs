using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Tests.Localization;

public sealed class PluralTests
{
    [Fact]
    public void Arabic_counts_as_CLDR_says() =>
        Assert.All(Enumerable.Range(0, 1003), n => Assert.Equal(InArabic(n), Plural.FormOf(n, Cultures.Arabic)));

    [Fact]
    public void English_tells_none_and_one_from_the_rest() =>
        Assert.All(Enumerable.Range(0, 1003), n => Assert.Equal(n == 0 ? "zero" : n == 1 ? "one" : "other", Plural.FormOf(n, Cultures.English)));

    [Theory]
    [InlineData(-1, "one")]
    [InlineData(-3, "few")]
    [InlineData(long.MaxValue, "few")]
    [InlineData(long.MinValue, "few")]
    public void Debts_and_the_largest_numbers_have_a_form_too(long count, string form) => Assert.Equal(form, Plural.FormOf(count, Cultures.Arabic));

    // The table of https://cldr.unicode.org for ar, written down by its examples.
    private static string InArabic(int n) => n switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ when n.ToString("00", System.Globalization.CultureInfo.InvariantCulture)[^2..] is "00" or "01" or "02" => "other",
        _ when n.ToString("00", System.Globalization.CultureInfo.InvariantCulture)[^2..] is ['0', _] or "10" => "few",
        _ => "many",
    };
}
