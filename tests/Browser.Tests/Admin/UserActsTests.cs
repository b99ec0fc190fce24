using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SaaSChat.Domain.Admin;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Admin;

/// <summary>Layla sees to somebody in her own language, act by act; the log has a row for each.</summary>
[Collection(nameof(Site))]
public sealed class UserActsTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "They asked on the phone.")]
    [InlineData("ar", "طلب ذلك بالهاتف.")]
    public async Task Every_act_is_done_with_a_reason_and_stands_in_the_log(string language, string why)
    {
        var email = $"sara.acts.{language}@example.com";
        var sara = await site.App.AddUserAsync(email);
        await site.App.AskAsync(db => db.Users.Where(u => u.Id == sara).ExecuteUpdateAsync(u => u.SetProperty(x => x.EmailConfirmed, false).SetProperty(x => x.TwoFactorEnabled, true)));
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync($"/admin/users?q={email}");
        await layla.Page.Locator("tbody th a").ClickAsync();

        await ActAsync(layla, sara, "confirmation", why, AuditAction.ConfirmationSent);
        await ActAsync(layla, sara, "balance", why, AuditAction.BalanceSet, ("Amount", "5000"));
        await ActAsync(layla, sara, "limits", why, AuditAction.LimitsSet, ("Way", "Own"), ("DayTokens", "77"));
        await ActAsync(layla, sara, "plan", why, AuditAction.PlanGiven, ("Plan", "premium"), ("Months", "3"));
        await ActAsync(layla, sara, "refill", why, AuditAction.RefillChanged, ("Amount", "900"), ("Unit", "Week"));
        await ActAsync(layla, sara, "factor", why, AuditAction.FactorReset);
        await ActAsync(layla, sara, "role", why, AuditAction.RoleChanged, ("Role", "support"));
        await ActAsync(layla, sara, "suspension", why, AuditAction.UserSuspended);
        await ActAsync(layla, sara, "suspension", why, AuditAction.UserRestored);

        foreach (var part in new[] { "usage", "ledger", "payments", "sessions", "audit" })
        {
            await layla.Page.Locator($".tabs a[href$='/{part}']").ClickAsync();
            await Assertions.Expect(layla.Page.Locator($".tabs a[href$='/{part}'][aria-current=page]")).ToBeVisibleAsync();
        }

        await Assertions.Expect(layla.Page.Locator(".log > li")).ToHaveCountAsync(10);
        await layla.OpenAsync($"/admin/users/{sara}/notes");
        await layla.Page.Locator("#Input_Text").FillAsync(why);
        await layla.Page.Locator("main form .btn-primary").ClickAsync();
        await Assertions.Expect(layla.Page.Locator(".log .log-reason")).ToHaveTextAsync(why);
        await layla.Page.Locator(".log form button").ClickAsync();
        await Assertions.Expect(layla.Page.Locator(".log .log-reason")).ToHaveCountAsync(0);

        await layla.OpenAsync($"/admin/users/{sara}");
        await ActAsync(layla, sara, "deletion", "", AuditAction.AccountDeleted, ("x", ""));
        await Assertions.Expect(layla.Page.Locator("#acts")).ToHaveCountAsync(0);
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "A gift.")]
    [InlineData("ar", "هدية.")]
    public async Task Many_are_given_the_same_after_a_look_at_what_it_comes_to(string language, string why)
    {
        for (var i = 0; i < 3; i++) await site.App.AddUserAsync($"many{i}.{language}@example.com");
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync("/admin/users?q=many");
        await layla.Page.Locator("a[href^='/admin/grants/new']").ClickAsync();
        await layla.Page.Locator("#Input_Addresses").FillAsync($"many0.{language}@example.com\nmany1.{language}@example.com\nmany2.{language}@example.com");
        await layla.Page.Locator("#Input_Amount").FillAsync("1500");
        await layla.Page.Locator("#Input_Reason").FillAsync(why);
        await layla.Page.Locator("button[name=look]").ClickAsync();
        await Assertions.Expect(layla.Page.Locator("#preview")).ToContainTextAsync("4,500");

        await layla.Page.Locator("main form .btn-primary").ClickAsync();

        await layla.Page.WaitForURLAsync("**/admin/grants/*-*");
        await Assertions.Expect(layla.Page.Locator("#grant progress")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        Assert.Equal(3, await site.App.AskAsync(db => db.CreditGrants.CountAsync(g => g.SourceKey.StartsWith("admin:bulk:") && g.Amount == 1_500
            && db.Accounts.Any(a => a.Id == g.AccountId && db.Users.Any(u => u.Id == a.OwnerId && u.Email!.EndsWith($".{language}@example.com"))))));
        Assert.Empty(layla.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Another_price_is_tried_out_and_the_overview_draws_its_charts(string language)
    {
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync("/admin/advice");
        await layla.Page.Locator("#Input_Margin").FillAsync("50");
        await layla.Page.Locator("main form .btn-primary").ClickAsync();
        await Assertions.Expect(layla.Page.Locator("#replay-demo")).ToBeVisibleAsync(new() { Timeout = 20_000 });

        await layla.OpenAsync("/admin?range=7d");
        Assert.True(await layla.Page.EvaluateAsync<bool>("[...document.querySelectorAll('figure[data-chart] canvas')].every(c => Chart.getChart(c))"));
        await layla.Page.Locator("nav a[href='/admin?range=90d']").ClickAsync();
        await Assertions.Expect(layla.Page.Locator("a[href='/admin?range=90d'][aria-current=true]")).ToBeVisibleAsync();
        Assert.Empty(layla.Complaints);
    }

    private async Task ActAsync(Person layla, Guid sara, string act, string why, AuditAction action, params (string Field, string Value)[] typed)
    {
        await layla.OpenAsync($"/admin/users/{sara}");
        await layla.Page.Locator($"#acts a[href$='/{act}']").ClickAsync();
        foreach (var (field, value) in typed.Where(t => t.Field != "x"))
        {
            var control = layla.Page.Locator($"#Input_{field}");
            if (await control.EvaluateAsync<bool>("c => c.tagName === 'SELECT'")) await control.SelectOptionAsync(value);
            else await control.FillAsync(value);
        }

        await layla.Page.Locator("#Act_Reason").FillAsync(why.Length > 0 ? why : "42");
        await layla.Page.Locator("main form button[type=submit]").ClickAsync();
        await layla.Page.WaitForURLAsync($"**/admin/users/{sara}");
        Assert.Equal(1, await site.App.AskAsync(db => db.AuditEntries.CountAsync(e => e.SubjectId == $"{sara}" && e.Action == action && e.ActorKind == AuditActorKind.User)));
    }
}
