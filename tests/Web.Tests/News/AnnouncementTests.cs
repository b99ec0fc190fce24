using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;

namespace SaaSChat.Web.Tests.News;

/// <summary>What admins say at the top of people's pages.</summary>
public sealed class AnnouncementTests(TestApp app) : IClassFixture<TestApp>
{
    private const string All = "/admin/announcements";

    [Fact]
    public async Task Each_reads_it_in_their_language_until_it_is_ended()
    {
        var (layla, sara) = (await LaylaAsync(), await app.SignedInAsync("sara-reads"));

        await AnnounceAsync(layla, "Everybody", "The prices fall on Sunday.", "تنخفض الأسعار يوم الأحد.");

        Assert.Contains("The prices fall on Sunday.", Said(await sara.OpenAsync("/dashboard")));
        Assert.Contains("The prices fall on Sunday.", Said(await app.Visit().OpenAsync("/en")));
        Assert.Contains("تنخفض الأسعار يوم الأحد.", Said(await app.Visit("ar").OpenAsync("/ar")));
        await EndAsync(layla, "The prices fall on Sunday.");
        Assert.DoesNotContain("The prices fall on Sunday.", Said(await sara.OpenAsync("/dashboard")));
        Assert.DoesNotContain("The prices fall on Sunday.", Said(await app.Visit().OpenAsync("/en")));
        Assert.Equal([AuditAction.AnnouncementMade, AuditAction.AnnouncementEnded], await app.AskAsync(db =>
            db.AuditEntries.Where(e => e.After!.Contains("fall on Sunday") || e.Before!.Contains("fall on Sunday")).OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync()));
    }

    [Theory]
    [InlineData("People", false, true, true)]
    [InlineData("NonPayers", false, true, true)]
    [InlineData("Payers", false, false, false)]
    [InlineData("Staff", false, false, true)]
    public async Task Only_those_whom_it_is_for_read_it(string audience, bool stranger, bool sara, bool layla)
    {
        var admin = await LaylaAsync();
        var words = $"For {audience}, {Guid.NewGuid():N}.";
        await AnnounceAsync(admin, audience, words, "لبعضكم.");

        Assert.Equal(stranger, Said(await app.Visit().OpenAsync("/en")).Contains(words));
        Assert.Equal(sara, Said(await (await app.SignedInAsync($"sara-{Guid.NewGuid():N}")).OpenAsync("/dashboard")).Contains(words));
        Assert.Equal(layla, Said(await admin.OpenAsync("/dashboard")).Contains(words));
        await EndAsync(admin, words);
    }

    [Fact]
    public async Task Whoever_puts_it_away_is_left_alone_and_nobody_else()
    {
        var (layla, sara) = (await LaylaAsync(), await app.SignedInAsync("sara-puts-away"));
        await AnnounceAsync(layla, "Everybody", "Once is enough.", "مرة تكفي.");

        using var away = await sara.SubmitAsync("/balance", "/announcements/");

        Assert.Equal((HttpStatusCode.Redirect, "/balance"), (away.StatusCode, away.Headers.Location!.ToString()));
        Assert.DoesNotContain("Once is enough.", Said(await sara.OpenAsync("/dashboard")));
        Assert.Contains("Once is enough.", Said(await app.Visit().OpenAsync("/chat")));
        await EndAsync(layla, "Once is enough.");
    }

    [Fact]
    public async Task One_that_is_planned_is_not_said_yet_and_may_still_be_changed()
    {
        var layla = await LaylaAsync();
        await AnnounceAsync(layla, "Everybody", "Not yet.", "ليس بعد.", ("Input.From", $"{DateTime.UtcNow.AddDays(1):yyyy-MM-ddTHH:mm}"));
        Assert.DoesNotContain("Not yet.", Said(await app.Visit().OpenAsync("/en")));

        var path = (await layla.OpenAsync(All)).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains("Not yet.", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
        var open = await layla.OpenAsync(path);
        using var first = await layla.SubmitAsync(open, path, path, Filled("Everybody", "Now.", "الآن."));
        using var second = await layla.SubmitAsync(open, path, path, Filled("Everybody", "Later.", "لاحقًا."));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(second)).QuerySelector("[data-summary]"));
        Assert.Contains("Now.", Said(await app.Visit().OpenAsync("/en")));
        await EndAsync(layla, "Now.");
    }

    [Theory]
    [InlineData("", "عربي", "", "")]
    [InlineData("English", "", "", "")]
    [InlineData("English", "عربي", "yesterday", "")]
    [InlineData("English", "عربي", "", "2020-01-01T00:00")]
    [InlineData("English", "عربي", "2031-01-02T00:00", "2031-01-01T00:00")]
    public async Task What_is_said_in_one_language_only_or_never_is_refused(string english, string arabic, string from, string until)
    {
        using var refused = await (await LaylaAsync()).SubmitAsync($"{All}/new", $"{All}/new", [.. Filled("Everybody", english, arabic), ("Input.From", from), ("Input.Until", until)]);

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("[data-summary]"));
    }

    [Fact]
    public async Task What_is_written_is_text_and_never_markup()
    {
        var layla = await LaylaAsync();
        await AnnounceAsync(layla, "Everybody", "<b>Bold</b><script>1</script>", "<b>غامق</b>");

        var page = await app.Visit().OpenAsync("/en");

        Assert.Contains("<b>Bold</b><script>1</script>", Said(page));
        Assert.Null(page.QuerySelector(".announcement b"));
        await EndAsync(layla, "<b>Bold</b>");
    }

    private static List<string> Said(IDocument page) => [.. page.QuerySelectorAll(".announcement p").Select(p => p.TextContent.Trim())];

    private static (string Name, string Value)[] Filled(string audience, string english, string arabic) =>
        [("Input.English", english), ("Input.Arabic", arabic), ("Input.Tone", "Info"), ("Input.Audience", audience)];

    private static async Task AnnounceAsync(Visitor layla, string audience, string english, string arabic, params (string Name, string Value)[] also)
    {
        using var made = await layla.SubmitAsync($"{All}/new", $"{All}/new", [.. Filled(audience, english, arabic), .. also]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    private static async Task EndAsync(Visitor layla, string english)
    {
        var row = (await layla.OpenAsync(All)).QuerySelectorAll("tbody tr").First(r => r.TextContent.Contains(english, StringComparison.Ordinal));
        using var ended = await layla.SubmitAsync(All, All, ("id", row.QuerySelector("input[name=id]")!.GetAttribute("value")!));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
    }

    private async Task<Visitor> LaylaAsync()
    {
        var layla = app.Visit();
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
