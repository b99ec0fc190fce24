using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Credits;

[Collection(nameof(Site))]
public sealed class ClaimTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "credits were added", "Claim in")]
    [InlineData("ar", "أُضيفت", "متاحة بعد")]
    public async Task A_claim_counts_down_in_seconds_and_wakes_up_by_itself(string language, string news, string waiting)
    {
        Assert.Null(await ClaimEveryAsync("00:00:04"));
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        var button = layla.Page.Locator("#wallet button");
        await Assertions.Expect(button).ToBeEnabledAsync();

        await button.ClickAsync();

        await Assertions.Expect(layla.Page.Locator(".toasts [role=status]")).ToContainTextAsync(news);
        await Assertions.Expect(button).ToBeDisabledAsync();
        foreach (var part in new[] { waiting, "2", "1" }) await Assertions.Expect(button).ToContainTextAsync(part);
        await Assertions.Expect(button).ToBeEnabledAsync();
        Assert.Empty(layla.Complaints);
    }

    private Task<SettingRefusal?> ClaimEveryAsync(string time) => site.App.InScopeAsync(async services =>
    {
        var row = await services.GetRequiredService<AppDbContext>().Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == "Claim:Every");
        return await services.GetRequiredService<SettingChange>().SetAsync("Claim:Every", time, AuditActor.System, null, row?.RowVersion, default);
    });
}
