using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Tests.Public;

public sealed class PublicPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task Every_public_page_speaks_the_language_of_its_path(string language, string direction)
    {
        await ForEachPageAsync(language, (_, page) =>
        {
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.NotEqual("", Content(page, "meta[name=description]"));
            Assert.NotEqual("", Content(page, "meta[property='og:title']"));
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_public_page_names_itself_and_its_other_language(string language)
    {
        await ForEachPageAsync(language, (path, page) =>
        {
            var rest = path[3..];
            Assert.Equal("http://localhost" + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal(
                [("en", "/en" + rest), ("ar", "/ar" + rest), ("x-default", "/en" + rest)],
                page.QuerySelectorAll("link[rel=alternate][hreflang]")
                    .Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href")!["http://localhost".Length..])));
        });
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task No_text_of_a_public_page_is_missing(string language)
    {
        await ForEachPageAsync(language, (path, page) =>
            Assert.DoesNotMatch(@"\b(Home|Pricing|Models|Billing|Legal|Status|Public|Credits)\.[A-Za-z]", page.Body!.TextContent + Content(page, "meta[name=description]") + path));
    }

    [Fact]
    public async Task A_page_asked_for_in_capitals_or_with_a_slash_too_many_names_its_one_address()
    {
        var page = await app.Visit().OpenAsync("/EN/Pricing/");

        Assert.Equal("http://localhost/en/pricing", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/fr")]
    [InlineData("/fr/pricing")]
    [InlineData("/en/nothing")]
    public async Task A_language_or_page_that_does_not_exist_is_not_found(string path)
    {
        using var response = await app.Visit().Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task ForEachPageAsync(string language, Action<string, IHtmlDocument> check)
    {
        var visitor = app.Visit(language == "en" ? "ar" : "en");
        var paths = app.Services.GetRequiredService<PublicPages>().PathsIn(CultureInfo.GetCultureInfo(language)).ToList();
        Assert.NotEmpty(paths);
        foreach (var path in paths) check(path, await visitor.OpenAsync(path));
    }

    private static string Content(IHtmlDocument page, string selector) => page.QuerySelector(selector)?.GetAttribute("content") ?? "";
}
