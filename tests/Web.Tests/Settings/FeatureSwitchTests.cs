using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests.Settings;

/// <summary>What an admin switches off is not there, for those for whom it is off.</summary>
public sealed class FeatureSwitchTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(Feature.Search, "/search")]
    [InlineData(Feature.Import, "/imports")]
    [InlineData(Feature.Purchases, "/buy-tokens")]
    [InlineData(Feature.Purchases, "/plans")]
    public async Task A_page_that_is_switched_off_says_so_and_takes_no_form(Feature feature, string path)
    {
        await using var node = app.Node(($"Features:{feature}", "false"));
        var sara = await node.SignedInAsync($"sara-{Guid.NewGuid():N}");

        using var shown = await sara.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.Contains("switched off", (await Visitor.PageAsync(shown)).QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        using var content = new FormUrlEncodedContent([]);
        using var posted = await sara.Client.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
    }

    [Theory]
    [InlineData(Feature.Search, "a[href='/search']")]
    [InlineData(Feature.Purchases, "a[href='/buy-tokens']")]
    public async Task Nothing_leads_to_what_is_switched_off(Feature feature, string link)
    {
        await using var node = app.Node(($"Features:{feature}", "0%"));

        Assert.NotNull((await (await app.SignedInAsync($"sara-{Guid.NewGuid():N}")).OpenAsync("/dashboard")).QuerySelector(link));
        Assert.Null((await (await node.SignedInAsync($"sara-{Guid.NewGuid():N}")).OpenAsync("/dashboard")).QuerySelector(link));
    }

    [Fact]
    public async Task Whoever_is_named_has_it_before_everybody_else()
    {
        var (sara, omar) = (await app.SignedInAsync("sara-first"), await app.SignedInAsync("omar-later"));
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        using var saved = await layla.SubmitAsync("/admin/settings/Features:Import", "/admin/settings/Features:Import",
            ("Input.Value", "0"), ("Input.Names", "Sara-First@example.com\n"), ("Input.Reason", "Try it with one"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await sara.StatusAsync("/imports"), await omar.StatusAsync("/imports")));
        Assert.Equal("sara-first@example.com", (await layla.OpenAsync("/admin/settings/Features:Import")).GetElementById("Input_Names")!.TextContent.Trim());
        Assert.DoesNotContain("sara-first", await app.AskAsync(db => db.Settings.Where(s => s.Key == "Features:Import").Select(s => s.Value).SingleAsync()), StringComparison.Ordinal);
        using var back = await layla.SubmitAsync("/admin/settings/Features:Import", "/admin/settings/Features:Import", ("configured", "true"), ("Input.Reason", "For all"));
        Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync("/imports"));
    }

    [Fact]
    public async Task A_stranger_cannot_be_named()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        using var refused = await layla.SubmitAsync("/admin/settings/Features:Search", "/admin/settings/Features:Search",
            ("Input.Value", "0"), ("Input.Names", "nobody@example.com"), ("Input.Reason", "A test"));

        Assert.Contains("nobody@example.com", (await Visitor.PageAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_switch_that_cannot_be_read_stops_the_start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration["Features:Sharing"] = "some";

        var refused = Assert.Throws<StartUpRefusedException>(builder.AddSettings);
        Assert.Contains("Features:Sharing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_a_switch_is_heard_without_a_new_start()
    {
        await using var node = app.Node();
        var omar = await node.SignedInAsync("omar-heard");
        Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync("/plans"));

        await node.InScopeAsync(services => services.GetRequiredService<SettingChange>().SetAsync("Features:Purchases", "0%", AuditActor.Operator, "a test", null, default));
        Assert.Equal(HttpStatusCode.NotFound, await omar.StatusAsync("/plans"));

        var row = await node.AskAsync(db => db.Settings.AsNoTracking().SingleAsync(s => s.Key == "Features:Purchases"));
        await node.InScopeAsync(services => services.GetRequiredService<SettingChange>().ClearAsync("Features:Purchases", AuditActor.Operator, "a test", row.RowVersion, default));
        Assert.Equal(HttpStatusCode.OK, await omar.StatusAsync("/plans"));
    }
}
