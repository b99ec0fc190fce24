namespace SaaSChat.Web.Tests.Public;

public sealed class LegalTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("terms", 18)]
    [InlineData("privacy", 13)]
    [InlineData("refunds", 10)]
    public async Task Both_languages_have_every_section_and_its_place_in_the_contents(string text, int sections)
    {
        foreach (var language in new[] { "en", "ar" })
        {
            var page = await app.Visit().OpenAsync($"/{language}/{text}");

            Assert.Equal(sections, page.QuerySelectorAll(".prose > h2").Length);
            Assert.Equal(
                page.QuerySelectorAll(".prose > h2").Select(h => "#" + h.Id),
                page.QuerySelectorAll(".contents a").Select(a => a.GetAttribute("href")!));
            Assert.DoesNotContain("- ", page.QuerySelectorAll(".prose p").Select(p => p.TextContent[..2]));
        }
    }

    [Theory]
    [InlineData("/en/terms", "In force since 21 Nov 2026")]
    [InlineData("/ar/terms", "سارية منذ 21 نوفمبر 2026")]
    public async Task A_text_says_since_when_it_holds_in_any_time_zone(string path, string since)
    {
        var visitor = app.Visit();
        visitor.Client.DefaultRequestHeaders.Add("Cookie", "tz=America/Los_Angeles");

        Assert.Contains(since, (await visitor.OpenAsync(path)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("terms")]
    [InlineData("privacy")]
    [InlineData("refunds")]
    public async Task The_configured_seller_is_named_and_kept_apart_from_the_arabic_around_it(string text)
    {
        using var node = app.Node(("Seller:Name", "Acme Ltd"), ("Seller:Email", "hello@acme.example"));
        var page = (await node.Visit().OpenAsync($"/ar/{text}")).Body!.TextContent;

        Assert.Contains("\u2068Acme Ltd\u2069", page, StringComparison.Ordinal);
        Assert.Contains("\u2068hello@acme.example\u2069", page, StringComparison.Ordinal);
    }
}
