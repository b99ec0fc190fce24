using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Web.Pages.Admin;

namespace SaaSChat.Web.Tests.Admin;

public sealed class AuditTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Older_entries_follow_page_by_page_without_a_gap_or_a_repeat()
    {
        var layla = await LaylaAsync();
        await RecordAsync(AuditAction.BanPlaced, times: AuditModel.PageSize + 3);

        var first = await layla.OpenAsync("/admin/audit?doing=BanPlaced");
        await RecordAsync(AuditAction.BanPlaced, times: 1);
        var second = await layla.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        var (newer, older) = (Numbers(first), Numbers(second));
        Assert.Equal(AuditModel.PageSize, newer.Count);
        Assert.Equal(newer.Concat(older).OrderDescending(), newer.Concat(older));
        Assert.Equal(newer[^1] - 1, older[0]);
        Assert.Empty(newer.Intersect(older));
    }

    [Fact]
    public async Task An_entry_says_who_did_what_to_whom_and_why()
    {
        var layla = await LaylaAsync();
        await RecordAsync(AuditAction.BanLifted, times: 1, subject: "203.0.113.7", reason: "<b>office</b> network");

        var entry = (await layla.OpenAsync("/admin/audit?doing=BanLifted")).QuerySelector(".log li")!;

        Assert.Equal("Ban lifted", entry.QuerySelector("b")!.TextContent);
        Assert.Equal("203.0.113.7", entry.QuerySelector("bdi")!.TextContent);
        Assert.Equal("<b>office</b> network", entry.QuerySelector(".log-reason")!.TextContent);
        Assert.Contains("Operator", entry.QuerySelector(".log-who")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_matches_the_page_says_so_and_offers_everything()
    {
        var layla = await LaylaAsync();

        var page = await layla.OpenAsync("/admin/audit?before=1");

        Assert.Empty(page.QuerySelectorAll(".log"));
        Assert.Equal("/admin/audit", page.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("doing=Nonsense")]
    [InlineData("before=abc")]
    public async Task Nonsense_in_the_address_shows_the_newest_page(string query)
    {
        var layla = await LaylaAsync();

        var page = await layla.OpenAsync($"/admin/audit?{query}");

        Assert.NotEmpty(page.QuerySelectorAll(".log li"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_action_has_words(string language)
    {
        var layla = app.Visit(language);
        await layla.SignInAsAdminAsync();

        var options = (await layla.OpenAsync("/admin/audit")).QuerySelectorAll("#doing option");

        Assert.Equal(Enum.GetValues<AuditAction>().Length + 1, options.Length);
        Assert.DoesNotContain(options, o => o.TextContent.Contains("Admin.Audit", StringComparison.Ordinal));
    }

    private static List<int> Numbers(IDocument page) =>
        [.. page.QuerySelectorAll(".log li").Select(e => int.Parse(e.GetAttribute("value")!, System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }

    private Task<int> RecordAsync(AuditAction action, int times, string subject = "198.51.100.1", string? reason = null) => app.InScopeAsync(async services =>
    {
        var log = services.GetRequiredService<AuditLog>();
        for (var i = 0; i < times; i++) await log.RecordAsync(AuditActor.Operator, new AuditAct(action, subject), reason, CancellationToken.None);
        return times;
    });
}
