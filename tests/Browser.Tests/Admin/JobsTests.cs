using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Admin;

[Collection(nameof(Site))]
public sealed class JobsTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "audit-check", "It runs in a moment", "Done", "Paused", "The job is paused", "runs by the clock again")]
    [InlineData("ar", "ledger-audit", "ستعمل بعد لحظة", "تمت", "متوقفة مؤقتًا", "أُوقفت المهمة مؤقتًا", "عادت المهمة إلى مواعيدها")]
    public async Task A_job_is_run_now_paused_and_resumed(string language, string job, string started, string done, string paused, string pausedNow, string resumedNow)
    {
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync("/admin/jobs");
        var (row, news) = (layla.Page.Locator($"#job-{job}"), layla.Page.Locator(".toasts [role=status]").Last);

        await row.Locator("form[action$='/jobs'] button").ClickAsync();
        await Assertions.Expect(news).ToContainTextAsync(started);
        for (var tries = 0; tries < 20 && await row.Locator(".badge-success").CountAsync() == 0; tries++)
        {
            await Task.Delay(250);
            await layla.OpenAsync("/admin/jobs");
        }

        await Assertions.Expect(row.Locator(".badge-success")).ToHaveTextAsync(done);

        await row.Locator("form:not([action$='/jobs']) button").ClickAsync();
        await Assertions.Expect(news).ToContainTextAsync(pausedNow);
        await Assertions.Expect(row.Locator(".badge-gold")).ToHaveTextAsync(paused);

        await row.Locator("form:not([action$='/jobs']) button").ClickAsync();
        await Assertions.Expect(news).ToContainTextAsync(resumedNow);
        await Assertions.Expect(row.Locator(".badge-gold")).ToHaveCountAsync(0);
        Assert.Empty(layla.Complaints);
    }
}
