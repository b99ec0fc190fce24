using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Browser.Tests.Credits;

[Collection(nameof(Site))]
public sealed class BalanceTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "every 2 hours", "in 1 hour", "Claim in")]
    [InlineData("ar", "كل ساعتين", "بعد ساعة", "متاحة بعد")]
    public async Task What_comes_next_stands_on_the_page_and_a_claim_in_the_side_bar_shows_there_at_once(string language, string every, string next, string waiting)
    {
        await RefillEveryTwoHoursAsync($"sara.comes.{language}@example.com");
        await using var sara = await site.VisitAsync(new Look(language));
        await sara.SignInAsync($"sara.comes.{language}@example.com", People.Password);
        await sara.OpenAsync("/balance");
        await Assertions.Expect(sara.Page.Locator("#refill")).ToContainTextAsync(every);
        await Assertions.Expect(sara.Page.Locator("#refill")).ToContainTextAsync(next);

        await sara.Page.Locator("#wallet button").ClickAsync();

        await Assertions.Expect(sara.Page.Locator("main .kpi").First).ToContainTextAsync("20,000");
        await Assertions.Expect(sara.Page.Locator("#claim button")).ToContainTextAsync(waiting);
        await Assertions.Expect(sara.Page.Locator("#claim button")).ToBeDisabledAsync();
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", "Usage record 1")]
    [InlineData("ar", "سجل الاستهلاك 1")]
    public async Task From_a_line_of_the_history_one_comes_to_the_usage_record_and_back(string language, string title)
    {
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync("/balance/history");

        await layla.Page.Locator("main a[href='/usage/1']").ClickAsync();
        await Assertions.Expect(layla.Page.Locator("h1")).ToHaveTextAsync(title);
        await layla.Page.Locator("main .crumbs a[href='/balance/history']").ClickAsync();

        await layla.Page.WaitForURLAsync("**/balance/history");
        Assert.Empty(layla.Complaints);
    }

    private async Task RefillEveryTwoHoursAsync(string email)
    {
        var user = await site.App.AddUserAsync(email);
        var owner = RefillOwner.Person(user, await site.App.AccountOfAsync(user));
        await site.App.InScopeAsync(services => services.GetRequiredService<Refills>().SetAsync(owner, 5_000, new Interval(2, IntervalUnit.Hour), AuditActor.Operator, default));
    }
}
