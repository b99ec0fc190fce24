using System.Net;
using System.Xml.Linq;

namespace SaaSChat.Web.Tests.Public;

public sealed class CrawlersTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task The_sitemap_lists_exactly_the_public_pages_in_both_languages()
    {
        string[] pages = ["", "/models", "/pricing", "/privacy", "/refunds", "/status", "/terms"];

        var listed = (await SitemapAsync(app.Visit())).Descendants(Sitemap + "loc").Select(l => new Uri(l.Value).AbsolutePath);

        Assert.Equal(pages.Select(p => "/ar" + p).Concat(pages.Select(p => "/en" + p)), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_listed_page_names_its_alternates_and_can_be_opened()
    {
        var visitor = app.Visit();
        foreach (var url in (await SitemapAsync(visitor)).Elements(Sitemap + "url"))
        {
            Assert.Equal(["en", "ar", "x-default"], url.Elements(Xhtml + "link").Select(l => l.Attribute("hreflang")!.Value));
            using var page = await visitor.Client.GetAsync(new Uri(url.Element(Sitemap + "loc")!.Value).AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task A_configured_address_stands_before_every_path()
    {
        using var node = app.Node(("Site:BaseUrl", "https://chat.example.com/"));
        var visitor = node.Visit();

        Assert.All((await SitemapAsync(visitor)).Descendants(Sitemap + "loc"), l => Assert.StartsWith("https://chat.example.com/", l.Value, StringComparison.Ordinal));
        var page = await visitor.OpenAsync("/ar/terms");
        Assert.Equal("https://chat.example.com/ar/terms", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Robots_are_kept_out_of_private_areas_and_shown_the_sitemap()
    {
        var robots = (await app.Visit().Client.GetStringAsync("/robots.txt")).Split('\n');

        Assert.Contains("Disallow: /account", robots);
        Assert.Contains("Disallow: /admin", robots);
        Assert.Contains("Disallow: /dashboard", robots);
        Assert.DoesNotContain(robots, line => line is "Disallow: /" or "Disallow: /en" or "Disallow: /ar");
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", robots);
    }

    [Theory]
    [InlineData("/sitemap.xml", "application/xml")]
    [InlineData("/robots.txt", "text/plain")]
    [InlineData("/en/pricing", "text/html")]
    public async Task What_can_be_read_can_be_asked_about(string path, string type)
    {
        using var question = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await app.Visit().Client.SendAsync(question);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<XElement> SitemapAsync(Visitor visitor) => XElement.Parse(await visitor.Client.GetStringAsync("/sitemap.xml"));
}
