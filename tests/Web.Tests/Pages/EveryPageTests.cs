using System.Net;
using Microsoft.AspNetCore.Hosting;

namespace SaaSChat.Web.Tests.Pages;

public sealed class EveryPageTests(EveryPageTests.SiteToWalk app) : IClassFixture<EveryPageTests.SiteToWalk>, IAsyncLifetime
{
    private static readonly string[] Laylas = [$"/chat/{ExampleRows.Id}", $"/assistants/{ExampleRows.Id}"];

    public Task InitializeAsync() => app.AddExamplesAsync();

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_page_is_whole_for_the_admin(string language)
    {
        var layla = app.Visit(language);
        await layla.SignInAsAdminAsync();

        await ReviewAsync(layla, app.PagesIn(language).Where(p => !IsForStrangers(p)), language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_open_page_is_whole_for_a_stranger(string language) =>
        await ReviewAsync(app.Visit(language), app.PagesIn(language).Where(p => p.IsAnonymous && !IsLaylas(p)), language);

    [Fact]
    public async Task Every_file_that_a_page_names_is_there()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var files = new HashSet<string>(StringComparer.Ordinal);

        foreach (var page in app.PagesIn("en")) files.UnionWith(FilesOf(await layla.OpenAsync(page.Path)));

        Assert.NotEmpty(files);
        foreach (var file in files) Assert.Equal((file, HttpStatusCode.OK), (file, await layla.StatusAsync(file)));
    }

    [Fact]
    public async Task Every_icon_that_a_page_shows_is_in_the_sprite()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        var icons = new HashSet<string>(StringComparer.Ordinal);

        foreach (var page in app.PagesIn("en")) icons.UnionWith((await layla.OpenAsync(page.Path)).QuerySelectorAll("use").Select(u => u.GetAttribute("href")!.Split('#')[1]));

        Assert.Empty(icons.Except(ClientLibraries.Icons, StringComparer.Ordinal));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // Somebody who is signed in is sent on from the ways to sign in.
    private static bool IsForStrangers(SitePage page) => page.IsAnonymous && page.Path.StartsWith("/account/", StringComparison.Ordinal);

    private static bool IsLaylas(SitePage page) => Laylas.Any(path => page.Path.StartsWith(path, StringComparison.Ordinal));

    // Where a form was sent without scripts, whoever asks for its address is sent to the page that it stands on.
    private static bool IsSentBack(SitePage page, HttpResponseMessage response) =>
        response.Headers.Location is { } location && page.Path.StartsWith(location.OriginalString + "/", StringComparison.Ordinal);

    private static async Task ReviewAsync(Visitor visitor, IEnumerable<SitePage> pages, string language)
    {
        var findings = new List<string>();
        foreach (var page in pages)
        {
            using var response = await visitor.Client.GetAsync(page.Path);
            var expected = page.Path.StartsWith("/error/", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK;
            if (IsSentBack(page, response)) continue;
            if (response.StatusCode != expected) findings.Add($"{page.Path}: {(int)response.StatusCode}");
            else findings.AddRange(PageReview.Of(await Visitor.PageAsync(response), language).Select(finding => $"{page.Path}: {finding}"));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings.Distinct(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> FilesOf(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src], use").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!)
            .Select(address => address.Split('#')[0]).Where(address => address.StartsWith('/'));

    /// <summary>Nobody opens every page in a minute, several times over.</summary>
    public sealed class SiteToWalk : TestApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:User:Permits", "5000");
        }
    }
}
