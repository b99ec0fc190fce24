using System.Text;
using System.Xml.Linq;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Endpoints;

/// <summary>What search engines ask for first.</summary>
internal static class CrawlerEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    public static void MapCrawlers(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/sitemap.xml", Reads, (PublicPages pages, SiteAddress site) =>
            Results.Text(SitemapOf(pages, site), "application/xml", Encoding.UTF8)).AllowAnonymous();
        routes.MapMethods("/robots.txt", Reads, (PublicPages pages, SiteAddress site) =>
            Results.Text(RobotsOf(pages, site), "text/plain", Encoding.UTF8)).AllowAnonymous();
    }

    private static string SitemapOf(PublicPages pages, SiteAddress site)
    {
        var urls =
            from culture in Cultures.All
            from path in pages.PathsIn(culture)
            select new XElement(
                Sitemap + "url",
                new XElement(Sitemap + "loc", site.At(path)),
                site.AlternatesOf(path).Select(a => new XElement(
                    Xhtml + "link",
                    new XAttribute("rel", "alternate"), new XAttribute("hreflang", a.Language), new XAttribute("href", a.Address))));

        var list = new XElement(Sitemap + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml.NamespaceName), urls);
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{list}\n";
    }

    private static string RobotsOf(PublicPages pages, SiteAddress site) =>
        string.Join('\n', ["User-agent: *", .. pages.PrivateAreas.Select(area => $"Disallow: /{area}"), "", $"Sitemap: {site.At("/sitemap.xml")}", ""]);
}
