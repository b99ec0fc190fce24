using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Tests.News;

/// <summary>Trouble as the status page tells of it.</summary>
public sealed class IncidentTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Strangers_read_of_it_from_its_first_word_to_its_last()
    {
        var (noura, omar) = (await app.SignedInAsync("noura-ops", Roles.Ops), app.Visit("ar"));
        var path = await OpenAsync(noura, "Slow answers", "إجابات بطيئة");
        Assert.Contains("إجابات بطيئة", (await omar.OpenAsync("/ar/status")).QuerySelector("section.card h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("نبحث في السبب.", (await omar.OpenAsync("/ar/status")).QuerySelector("section.card")!.TextContent, StringComparison.Ordinal);

        using var told = await noura.SubmitAsync(path, path, ("Input.State", "Resolved"), ("Input.English", "It is over."), ("Input.Arabic", "انتهى العطل."));

        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var after = await omar.OpenAsync("/ar/status");
        Assert.Null(after.QuerySelector("section.card"));
        Assert.Equal(["انتهى العطل.", "نبحث في السبب."], after.QuerySelectorAll("details.card li p").Select(p => p.TextContent).Take(2));
        var id = path.Split('/')[^1];
        Assert.Equal([AuditAction.IncidentOpened, AuditAction.IncidentUpdated], await app.AskAsync(db => db.AuditEntries.Where(e => e.SubjectId == id).OrderBy(e => e.Seq).Select(e => e.Action).ToListAsync()));
    }

    [Fact]
    public async Task Of_two_who_speak_at_once_the_second_hears_the_first_before()
    {
        var noura = await app.SignedInAsync("noura-twice", Roles.Ops);
        var path = await OpenAsync(noura, "Letters are late", "الرسائل متأخرة");
        var open = await noura.OpenAsync(path);
        (string, string)[] filled = [("Input.State", "Watching"), ("Input.English", "Mended."), ("Input.Arabic", "أُصلح.")];
        using var first = await noura.SubmitAsync(open, path, path, filled);

        using var second = await noura.SubmitAsync(open, path, path, filled);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.NotNull((await Visitor.PageAsync(second)).QuerySelector("[data-summary]"));
        var id = Guid.Parse(path.Split('/')[^1]);
        Assert.Equal(2, await app.AskAsync(db => db.IncidentUpdates.CountAsync(u => u.IncidentId == id)));
    }

    [Fact]
    public async Task One_without_words_in_both_languages_is_refused()
    {
        using var refused = await (await app.SignedInAsync("noura-mute", Roles.Ops)).SubmitAsync("/admin/incidents/new", "/admin/incidents/new",
            ("Input.TitleEnglish", "Slow"), ("Input.Impact", "Minor"), ("Input.State", "Investigating"), ("Input.English", "We look."));

        Assert.NotNull((await Visitor.PageAsync(refused)).QuerySelector("[data-summary]"));
    }

    private static async Task<string> OpenAsync(Visitor noura, string english, string arabic)
    {
        using var opened = await noura.SubmitAsync("/admin/incidents/new", "/admin/incidents/new",
            ("Input.TitleEnglish", english), ("Input.TitleArabic", arabic), ("Input.Impact", "Minor"), ("Input.State", "Investigating"),
            ("Input.English", "We look into it."), ("Input.Arabic", "نبحث في السبب."));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        return opened.Headers.Location!.ToString();
    }
}
