using Microsoft.Playwright;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Billing;

public sealed class PlanTests(ShopSite site) : IClassFixture<ShopSite>
{
    [BrowserTheory]
    [InlineData("en", true, "$99.90", "Your plan is active", "Basic")]
    [InlineData("ar", true, "379.90", "باقتك سارية", "الأساسية")]
    [InlineData("en", false, "$99.90", "Your plan is active", "Basic")]
    public async Task Somebody_subscribes_by_the_year_grows_cancels_and_stays(string language, bool scripts, string price, string active, string name)
    {
        await using var sara = await VisitAsync(new Look(language, Scripts: scripts), $"sara.plans.{language}.{scripts}@example.com");
        await sara.OpenAsync("/plans");
        await sara.Page.Locator(".choices a[href*='interval=year']").ClickAsync();
        await Assertions.Expect(sara.Page.Locator("article.plan:has(input[value='basic']) .price")).ToContainTextAsync(price);

        await sara.Page.Locator("form:has(input[value='basic']) button").ClickAsync();
        await sara.Page.WaitForURLAsync($"{site.Stripe.Address}/c/pay/**");
        await sara.Page.Locator("button[value=pay]").ClickAsync();
        await sara.Page.WaitForURLAsync("**/plans/*-*");
        if (!scripts && await sara.Page.Locator("#order form button").CountAsync() > 0) await sara.Page.Locator("#order form button").ClickAsync();
        await Assertions.Expect(sara.Page.Locator("#order h2")).ToHaveTextAsync(active);

        await sara.Page.Locator("#order a[href='/billing/plan']").ClickAsync();
        await Assertions.Expect(sara.Page.Locator("#plan h2")).ToHaveTextAsync(name);
        await sara.OpenAsync("/plans?interval=year");
        await sara.Page.Locator("a[href*='/billing/plan/change?plan=premium']").ClickAsync();
        await sara.Page.Locator("form:has(input[name=due]) button").ClickAsync();
        await sara.Page.WaitForURLAsync("**/billing/plan");

        await sara.Page.Locator("a[href='/billing/plan/ending']").ClickAsync();
        await sara.Page.Locator("main form .btn-danger").ClickAsync();
        await sara.Page.WaitForURLAsync("**/billing/plan");
        await Assertions.Expect(sara.Page.Locator("#plan .alert-info")).ToBeVisibleAsync();
        await sara.Page.Locator("main form[action='/billing/plan'] button").ClickAsync();
        await Assertions.Expect(sara.Page.Locator("#plan .alert-info")).ToHaveCountAsync(0);

        await sara.OpenAsync("/billing");
        await Assertions.Expect(sara.Page.Locator("section:has(#invoices) tbody tr")).ToHaveCountAsync(2);
        await sara.Page.Locator($"a[href^='/{language}/invoices/']").Last.ClickAsync();
        await Assertions.Expect(sara.Page.Locator(".receipt")).ToContainTextAsync(price);
        Assert.Empty(sara.Complaints);
    }

    [BrowserTheory]
    [InlineData("en", true, "9.99", "Free")]
    [InlineData("ar", true, "37.99", "المجانية")]
    [InlineData("en", false, "9.99", "Free")]
    public async Task An_admin_gives_a_plans_price_back_and_ends_it(string language, bool scripts, string price, string after)
    {
        var email = $"sara.back.{language}.{scripts}@example.com";
        await using var sara = await VisitAsync(new Look(language, Scripts: scripts), email);
        await sara.OpenAsync("/plans");
        await sara.Page.Locator("form:has(input[value='basic']) button").ClickAsync();
        await sara.Page.WaitForURLAsync($"{site.Stripe.Address}/c/pay/**");
        await sara.Page.Locator("button[value=pay]").ClickAsync();
        await sara.Page.WaitForURLAsync("**/plans/*-*");

        await using var layla = await site.VisitAsync(new Look(language, Scripts: scripts));
        await layla.SignInAsAdminAsync();
        await layla.OpenAsync($"/admin/invoices?q={email}");
        for (var tries = 0; tries < 20 && await layla.Page.Locator("tbody a").CountAsync() == 0; tries++) await layla.OpenAsync($"/admin/invoices?q={email}");
        await layla.Page.Locator("tbody a").ClickAsync();
        await layla.Page.Locator("a[href^='/admin/refunds/']").ClickAsync();
        await layla.Page.Locator("#Input_Amount").FillAsync(price);
        await layla.Page.Locator("#Input_EndsPlan").CheckAsync();
        await layla.Page.Locator("#Input_Reason").FillAsync("42");
        await layla.Page.Locator("main form .btn-danger").ClickAsync();
        await layla.Page.WaitForURLAsync("**/admin/invoices/*-*");
        await Assertions.Expect(layla.Page.Locator("a[href^='/admin/refunds/']")).ToHaveCountAsync(0);

        await sara.OpenAsync("/billing");
        await Assertions.Expect(sara.Page.Locator("#plan h2")).ToHaveTextAsync(after);
        Assert.Empty(layla.Complaints);
    }

    private async Task<Person> VisitAsync(Look look, string email)
    {
        await site.App.AddUserAsync(email);
        var person = await site.VisitAsync(look);
        await person.SignInAsync(email, People.Password);
        return person;
    }
}
