using AngleSharp.Dom;

namespace SaaSChat.Web.Tests.Public;

public sealed class PricingTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/en/pricing", "Free|$9.99|$29.99", "$1.49|$4.99|$7.99|$39.99")]
    [InlineData("/ar/pricing", "مجاناً|37.99 ر.س|112.99 ر.س", "5.99 ر.س|18.99 ر.س|29.99 ر.س|149.99 ر.س")]
    [InlineData("/en/pricing?currency=cny", "Free|CN¥69.00|CN¥199.00", "CN¥10.00|CN¥35.00|CN¥55.00|CN¥280.00")]
    [InlineData("/en/pricing?currency=SAR&interval=year", "Free|SAR 379.90|SAR 1,129.90", "SAR 5.99|SAR 18.99|SAR 29.99|SAR 149.99")]
    public async Task Prices_are_the_owners_in_the_currency_and_interval_asked_for(string address, string plans, string packages)
    {
        var page = await app.Visit().OpenAsync(address);

        Assert.Equal(plans.Split('|'), TextsOf(page, ".plan .price strong"));
        Assert.Equal(packages.Split('|'), TextsOf(page, ".package .price strong"));
    }

    [Theory]
    [InlineData("/en/pricing?currency=JPY")]
    [InlineData("/en/pricing?currency=%3Cscript%3E&interval=eternity")]
    [InlineData("/en/pricing?currency=")]
    public async Task An_unknown_currency_or_interval_falls_back_to_the_languages_own(string address)
    {
        var page = await app.Visit().OpenAsync(address);

        Assert.Equal(["Free", "$9.99", "$29.99"], TextsOf(page, ".plan .price strong"));
        Assert.Equal(["Monthly", "US dollars"], TextsOf(page, ".choices [aria-current]"));
    }

    [Fact]
    public async Task Yuan_packages_carry_the_owners_badges_and_what_they_are_measured_by()
    {
        var page = await app.Visit().OpenAsync("/en/pricing?currency=CNY");

        Assert.Equal(["Save 30%", "Save 45%", "Save 72%"], TextsOf(page, ".package .badge-success"));
        Assert.Equal(["Popular"], TextsOf(page, ".package .badge-gold"));
        Assert.Contains("Instead of CN¥1,000.00", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_says_how_many_months_are_free()
    {
        var page = await app.Visit().OpenAsync("/ar/pricing?interval=year");

        Assert.Equal(["شهران مجاناً", "شهران مجاناً"], TextsOf(page, ".plan .badge-success"));
    }

    [Fact]
    public async Task Changing_the_currency_keeps_the_interval_and_the_other_way_round()
    {
        var page = await app.Visit().OpenAsync("/en/pricing?currency=SAR&interval=year");

        Assert.All(page.QuerySelectorAll(".choices:last-child a"), a => Assert.EndsWith("&interval=year", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(page.QuerySelectorAll(".choices:first-child a"), a => Assert.Contains("currency=SAR", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_comparison_has_a_column_for_every_plan()
    {
        var page = await app.Visit().OpenAsync("/en/pricing");

        Assert.Equal(["What you get", "Guest", "Free", "Basic", "Premium"], TextsOf(page, ".comparison thead th"));
    }

    [Theory]
    [InlineData("100", "100,000|250,000|5,000,000|20,000,000")]
    [InlineData("40", "40,000|100,000|2,000,000|8,000,000")]
    public async Task Plans_promise_the_credits_that_they_give(string creditsPerUnit, string credits)
    {
        await using var node = app.Node(("Quota:CreditsPerUnit", creditsPerUnit));
        var page = await node.Visit().OpenAsync("/en/pricing");

        Assert.Equal(credits.Split('|'), TextsOf(page, ".comparison tbody tr:first-child td"));
        Assert.Equal(credits.Split('|')[1..].Select(c => $"{c} credits every month"), TextsOf(page, ".plan .ticks li:first-child"));
    }

    private static IEnumerable<string> TextsOf(IParentNode page, string selector) => page.QuerySelectorAll(selector).Select(e => e.TextContent.Trim());
}
