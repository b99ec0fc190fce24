using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Tests.Api;
using SaaSChat.Web.Tests.Chats;
using SaaSChat.Web.Tests.Usage;

namespace SaaSChat.Web.Tests.Shell;

public sealed class DashboardTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task The_first_page_greets_by_name_and_offers_only_what_exists(string language, string direction)
    {
        var layla = app.Visit(language);
        await layla.SignInAsAdminAsync();

        var page = await layla.OpenAsync("/dashboard");

        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
        Assert.Contains("\u2068admin\u2069", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/admin']"));
    }

    [Fact]
    public async Task The_latest_five_conversations_stand_on_the_first_page()
    {
        var (sara, _) = await app.WithTalksAsync("sara-latest", "One", "Two", "Three", "Four", "Five", "Six");

        var page = await sara.OpenAsync("/dashboard");

        Assert.Equal(["Six", "Five", "Four", "Three", "Two"], page.QuerySelectorAll("main .chat-lines bdi").Select(t => t.TextContent));
    }

    [Fact]
    public async Task Every_tool_has_its_tile_with_its_figures()
    {
        var (sara, person) = await app.SignInBuyerAsync("sara-tiles", credits: 1_000_000);
        await app.IssueAsync(person.UserId);
        await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(1_000, 0));

        var page = await sara.OpenAsync("/dashboard");

        Assert.Contains("998,800", page.QuerySelector("#tile-balance")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You used 1,200 credits in the last 14 days.", page.QuerySelector("#tile-usage")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0", "40"], page.QuerySelectorAll("#tile-usage rect").TakeLast(2).Select(r => r.GetAttribute("height")));
        Assert.Contains("You have 1 API key.", page.QuerySelector("#tile-keys")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Code", "Translate", "Write", "Summarise"], page.QuerySelectorAll("#tile-assistants li").Select(l => l.TextContent.Trim()));
        Assert.NotNull(page.QuerySelector("#tile-prompts a[href='/prompts']"));
        Assert.NotNull(page.QuerySelector("#tile-limits a[href='/account/limits']"));
    }

    [Theory]
    [InlineData("en", "Show Billing", "1,000 tokens · $0.0010")]
    [InlineData("ar", "عرض الفوترة", "1,000 رمز · 0.0010 دولار")]
    public async Task The_side_bar_tells_what_was_used_and_leads_to_billing(string language, string billing, string used)
    {
        var (nadia, person) = await app.SignInBuyerAsync($"nadia-side-{language}", language);
        await app.EndAsync((await app.OpenAsync(person)).Call!, Calls.Reported(1_000, 0));

        var side = (await nadia.OpenAsync("/dashboard")).QuerySelector("#side-usage")!;

        Assert.Equal([used, used], side.QuerySelectorAll("dd").Select(d => d.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal).Trim()));
        Assert.Equal(billing, side.QuerySelector("a[href='/billing']")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_administration_tells_what_runs()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();

        var facts = (await layla.OpenAsync("/admin/health")).QuerySelector(".facts")!.TextContent;

        Assert.Contains("Development", facts, StringComparison.Ordinal);
        Assert.Contains(await app.AskAsync(db => Task.FromResult(db.Database.GetMigrations().Last())), facts, StringComparison.Ordinal);
        Assert.Contains(TestDatabase.OnSqlServer ? "SQL Server" : "SQLite", facts, StringComparison.Ordinal);
    }
}
