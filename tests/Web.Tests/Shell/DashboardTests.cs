using Microsoft.EntityFrameworkCore;
using SaaSChat.Web.Tests.Chats;

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
