using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Public;

public sealed class KeptPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private readonly WebApplicationFactory<Program> _node = app.Node(("PublicPages:KeepFor", "00:10:00"));

    [Theory]
    [InlineData("/en")]
    [InlineData("/ar/pricing")]
    public async Task A_stranger_s_page_is_the_same_as_one_made_anew(string path)
    {
        var anew = await app.Visit().Client.GetStringAsync(path);

        var (first, second) = (await _node.Visit().Client.GetStringAsync(path), await _node.Visit().Client.GetStringAsync(path));

        Assert.Equal(anew, first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Whoever_has_it_already_is_told_so()
    {
        var sara = _node.Visit().Client;
        using var first = await sara.GetAsync("/en");

        sara.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await sara.GetAsync("/en");

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("no-cache", second.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("gzip, br", "br")]
    [InlineData("br;q=0.5", "br")]
    [InlineData("br;q=0", null)]
    [InlineData("broken", null)]
    [InlineData("identity", null)]
    public async Task It_is_compressed_for_browsers_that_can_read_it(string accepts, string? coding)
    {
        var sara = _node.Visit().Client;
        sara.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepts);

        using var page = await sara.GetAsync("/en");

        Assert.Equal(coding, page.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Fact]
    public async Task Nobody_gets_a_page_with_another_person_s_look_or_language()
    {
        var (light, dark) = (_node.Visit(), _node.Visit());
        dark.Client.DefaultRequestHeaders.Add("Cookie", "theme=dark");
        await light.OpenAsync("/en");

        var (inDark, inArabic) = (await dark.OpenAsync("/en"), await light.OpenAsync("/ar"));

        Assert.Equal("dark", inDark.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("rtl", inArabic.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_a_page_of_their_own_that_strangers_never_see()
    {
        var sara = await _node.SignedInAsync("sara.kept");

        var (hers, strangers) = (await sara.OpenAsync("/en"), await _node.Visit().OpenAsync("/en"));

        Assert.NotNull(hers.QuerySelector(".topnav a[href='/dashboard']"));
        Assert.Null(strangers.QuerySelector(".topnav a[href='/dashboard']"));
    }

    [Fact]
    public async Task A_page_that_is_kept_holds_no_token_and_sets_no_cookie()
    {
        using var page = await _node.Visit().Client.GetAsync("/en");

        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.Null((await Visitor.PageAsync(page)).QuerySelector("meta[name=csrf], input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task A_changed_setting_holds_for_the_next_stranger()
    {
        await _node.Visit().OpenAsync("/en");
        await SetMaintenanceAsync("true");
        var during = await _node.Visit().StatusAsync("/en");
        await SetMaintenanceAsync("false");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, during);
        Assert.Equal(HttpStatusCode.OK, await _node.Visit().StatusAsync("/en"));
    }

    [Fact]
    public async Task A_theme_is_chosen_without_scripts_on_a_page_of_its_own()
    {
        var omar = _node.Visit();
        var link = (await omar.OpenAsync("/en")).QuerySelector("noscript")!.InnerHtml;
        Assert.Contains("/preferences?returnUrl=%2Fen", link, StringComparison.Ordinal);

        using var chosen = await omar.SubmitAsync("/preferences?returnUrl=%2Fen", "/preferences/theme", ("theme", "dark"));

        Assert.Equal("dark", (await omar.OpenAsync("/en")).DocumentElement.GetAttribute("data-theme"));
    }

    private Task<SettingRefusal?> SetMaintenanceAsync(string value) => _node.InScopeAsync(async services =>
    {
        var row = (await services.GetRequiredService<Infrastructure.Data.AppDbContext>().Settings.FindAsync("Features:Maintenance"))?.RowVersion;
        return await services.GetRequiredService<SettingChange>().SetAsync("Features:Maintenance", value, AuditActor.Operator, null, row, CancellationToken.None);
    });
}
