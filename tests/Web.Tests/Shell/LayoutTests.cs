using System.Net;
using AngleSharp.Dom;

namespace SaaSChat.Web.Tests.Shell;

public sealed class LayoutTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/en")]
    [InlineData("/account/sign-in")]
    [InlineData("/error/404")]
    public async Task Every_file_a_page_asks_for_has_a_fingerprint_and_may_be_kept(string path)
    {
        var sara = app.Visit();
        var page = await sara.OpenAsync(path);

        var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Append(page.QuerySelector("use")!.GetAttribute("href")!.Split('#')[0]);

        foreach (var file in files)
        {
            using var response = await sara.Client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js|svg)$", file);
        }
    }

    [Fact]
    public async Task Nothing_on_a_page_needs_inline_script_or_style()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        foreach (var path in new[] { "/en", "/dashboard", "/admin", "/admin/audit", "/dev/ui", "/error/429" })
        {
            var page = await layla.OpenAsync(path);
            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
            Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_administration_stands_in_the_side_bar_for_admins_only()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        var page = await layla.OpenAsync("/admin/audit");

        Assert.Equal("page", page.QuerySelector(".side a[href='/admin/audit']")!.GetAttribute("aria-current"));
        Assert.Null(page.QuerySelector(".side a[href='/admin']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Fonts_are_in_the_head_only_when_this_browser_has_them()
    {
        var sara = app.Visit();
        Assert.Null((await sara.OpenAsync("/en")).QuerySelector("link[href^='/css/fonts']"));

        sara.Client.DefaultRequestHeaders.Add("Cookie", "f=1");

        Assert.NotNull((await sara.OpenAsync("/en")).QuerySelector("link[href^='/css/fonts']"));
    }
}
