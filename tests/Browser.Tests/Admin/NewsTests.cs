using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SaaSChat.Domain.Admin;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Admin;

/// <summary>Layla speaks to everybody, tells of trouble and turns things off; people see it at once, and the log has it.</summary>
public sealed class NewsTests(Site site) : IClassFixture<Site>
{
    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("ar", true)]
    [InlineData("en", false)]
    public async Task What_is_announced_is_read_in_both_languages_put_away_and_ended(string language, bool scripts)
    {
        var words = (En: $"Back at noon, {language} {scripts}.", Ar: $"نعود ظهرًا، {language} {scripts}.");
        await using var layla = await VisitAsync(new Look(language, Scripts: scripts));
        await layla.OpenAsync("/admin/announcements");
        await layla.Page.Locator("a[href='/admin/announcements/new']").ClickAsync();
        await layla.Page.Locator("#Input_English").FillAsync(words.En);
        await SaveAsync(layla);
        await Assertions.Expect(layla.Page.Locator("#Input_Arabic[aria-invalid=true]")).ToBeVisibleAsync();
        await layla.Page.Locator("#Input_Arabic").FillAsync(words.Ar);
        await SaveAsync(layla);
        await layla.Page.WaitForURLAsync("**/admin/announcements");

        await using var sara = await site.VisitAsync(new Look(language, Scripts: scripts));
        await SeenAsync(sara, "/en", words.En);
        await SeenAsync(sara, "/ar", words.Ar);
        await sara.OpenAsync("/chat");
        var mine = sara.Page.Locator(".announcement", new() { HasText = language == "ar" ? words.Ar : words.En });
        await Assertions.Expect(mine).ToBeVisibleAsync();
        await mine.Locator("button").ClickAsync();
        await Assertions.Expect(mine).ToHaveCountAsync(0);
        await sara.OpenAsync("/chat");
        await Assertions.Expect(mine).ToHaveCountAsync(0);

        await layla.OpenAsync("/admin/announcements");
        await layla.Page.Locator("tr", new() { HasText = words.En }).Or(layla.Page.Locator("tr", new() { HasText = words.Ar })).Locator(".btn-danger").ClickAsync();
        await InLogAsync(AuditAction.AnnouncementMade, words.En);
        await InLogAsync(AuditAction.AnnouncementEnded, "ended");
        await using var guest = await site.VisitAsync(new Look(language, Scripts: scripts));
        await guest.OpenAsync("/chat");
        await Assertions.Expect(guest.Page.Locator(".announcement", new() { HasText = words.En })).ToHaveCountAsync(0);
        Assert.Empty(layla.Complaints);
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Trouble_is_told_of_until_it_is_over(string language)
    {
        await using var layla = await VisitAsync(new Look(language));
        await layla.OpenAsync("/admin/incidents/new");
        await layla.Page.Locator("#Input_TitleEnglish").FillAsync($"Slow answers {language}");
        await layla.Page.Locator("#Input_TitleArabic").FillAsync($"إجابات بطيئة {language}");
        await SayAsync(layla, "Investigating", "We look into it.", "نحقق في الأمر.");
        await using var guest = await site.VisitAsync(new Look(language));
        var open = guest.Page.Locator("section.card h2", new() { HasText = language == "ar" ? $"إجابات بطيئة {language}" : $"Slow answers {language}" });
        await AgainAsync(guest, $"/{language}/status", () => open.IsVisibleAsync());

        await layla.OpenAsync("/admin/incidents");
        await layla.Page.Locator("tbody a", new() { HasText = language == "ar" ? $"إجابات بطيئة {language}" : $"Slow answers {language}" }).ClickAsync();
        await SayAsync(layla, "Resolved", "All is well again.", "عاد كل شيء كما كان.");
        await AgainAsync(guest, $"/{language}/status", () => open.IsHiddenAsync());
        await guest.Page.Locator("details.card summary", new() { HasText = language }).First.ClickAsync();
        await Assertions.Expect(guest.Page.Locator("details[open] p").First).ToHaveTextAsync(language == "ar" ? "عاد كل شيء كما كان." : "All is well again.");
        await InLogAsync(AuditAction.IncidentOpened, $"Slow answers {language}");
        await InLogAsync(AuditAction.IncidentUpdated, "All is well again.");
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", true, "Nobody but who asked for it first.")]
    [InlineData("ar", true, "لمن طلبها أولًا فقط.")]
    [InlineData("en", false, "Nobody but who asked for it first.")]
    public async Task What_is_turned_off_is_gone_but_for_whom_it_is_left(string language, bool scripts, string why)
    {
        var email = $"sara.search.{language}.{scripts}@example.com";
        await site.App.AddUserAsync(email);
        await using var sara = await site.VisitAsync(new Look(language, Scripts: scripts));
        await sara.SignInAsync(email, People.Password);
        await using var layla = await VisitAsync(new Look(language, Scripts: scripts));
        await layla.OpenAsync("/admin/settings/Features:Search");
        await layla.Page.Locator("#Input_Value").FillAsync("101");
        await layla.Page.Locator("#Input_Reason").FillAsync(why);
        await SaveAsync(layla);
        await Assertions.Expect(layla.Page.Locator("#Input_Value[aria-invalid=true]")).ToBeVisibleAsync();
        layla.ForgetComplaints();

        await layla.Page.Locator("#Input_Value").FillAsync("0");
        await SaveAsync(layla);
        await layla.Page.WaitForURLAsync("**/admin/settings");
        await AgainAsync(sara, "/dashboard", () => sara.Page.Locator("a[data-search]").IsHiddenAsync());
        Assert.Equal(404, await sara.OpenAsync("/search"));
        sara.ForgetComplaints();

        await layla.OpenAsync("/admin/settings/Features:Search");
        await layla.Page.Locator("#Input_Names").FillAsync(email);
        await layla.Page.Locator("#Input_Reason").FillAsync(why);
        await SaveAsync(layla);
        await AgainAsync(sara, "/dashboard", () => sara.Page.Locator("a[data-search]").IsVisibleAsync());

        await layla.OpenAsync("/admin/settings/Features:Search");
        await layla.Page.Locator("#Input_Reason").FillAsync(why);
        await layla.Page.Locator("button[name=configured]").ClickAsync();
        await layla.OpenAsync("/admin/audit");
        await Assertions.Expect(layla.Page.Locator(".log-reason", new() { HasText = why }).First).ToBeVisibleAsync();
        Assert.Empty(layla.Complaints);
        Assert.Empty(sara.Complaints);
    }

    private static Task SaveAsync(Person layla) => layla.Page.Locator("main form .btn-primary").ClickAsync();

    private static async Task SayAsync(Person layla, string state, string english, string arabic)
    {
        await layla.Page.Locator("#Input_State").SelectOptionAsync(state);
        await layla.Page.Locator("#Input_English").FillAsync(english);
        await layla.Page.Locator("#Input_Arabic").FillAsync(arabic);
        await SaveAsync(layla);
        await Assertions.Expect(layla.Page.Locator("ol.plain li").First).ToBeVisibleAsync();
    }

    private static Task SeenAsync(Person person, string path, string words) =>
        AgainAsync(person, path, () => person.Page.Locator(".announcement", new() { HasText = words }).IsVisibleAsync());

    // What is announced or set reaches every node, and the pages that are kept for strangers, within seconds.
    private static async Task AgainAsync(Person person, string path, Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            await person.OpenAsync(path);
            if (await isSo()) return;
            await Task.Delay(250);
        }

        Assert.Fail($"{path} does not come to it.");
    }

    private async Task InLogAsync(AuditAction action, string words) => Assert.True(
        await site.App.AskAsync(db => db.AuditEntries.AnyAsync(e => e.Action == action && e.ActorKind == AuditActorKind.User && e.After!.Contains(words))), $"{action} is not in the log.");

    private async Task<Person> VisitAsync(Look look)
    {
        var layla = await site.VisitAsync(look);
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
