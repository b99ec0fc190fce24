using Microsoft.Playwright;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Billing;

public sealed class PurchaseTests(ShopSite site) : IClassFixture<ShopSite>
{
    private const string Popular = "form:has(input[value='credits-500k']) button";

    [BrowserTheory]
    [InlineData("en", "Paid", "$4.99")]
    [InlineData("ar", "تم الدفع", "18.99")]
    public async Task Somebody_buys_on_the_gateways_page_and_comes_back_to_the_new_balance(string language, string paid, string price)
    {
        await using var sara = await VisitAsync(new Look(language), $"sara.buys.{language}@example.com");
        await sara.Page.Locator(".side a[href='/buy-tokens']").ClickAsync();
        await Assertions.Expect(sara.Page.Locator(".package.is-popular .price")).ToContainTextAsync(price);

        await sara.Page.Locator(Popular).ClickAsync();
        await sara.Page.WaitForURLAsync($"{site.Stripe.Address}/c/pay/**");
        await sara.Page.Locator("button[value=pay]").ClickAsync();

        await Assertions.Expect(sara.Page.Locator("#order h2")).ToHaveTextAsync(paid);
        await Assertions.Expect(sara.Page.Locator(".wallet-sum")).ToHaveTextAsync("500,000");
        await sara.Page.Locator($"#order a[href^='/{language}/receipts/']").ClickAsync();
        await Assertions.Expect(sara.Page.Locator(".receipt")).ToContainTextAsync(price);
        Assert.Empty(sara.Complaints);
    }

    [BrowserFact]
    public async Task Without_scripts_one_looks_again()
    {
        await using var sara = await VisitAsync(new Look(Scripts: false), "sara.buys.plain@example.com");
        await sara.OpenAsync("/buy-tokens");
        await sara.Page.Locator(Popular).ClickAsync();
        await sara.Page.Locator("button[value=pay]").ClickAsync();
        await sara.Page.WaitForURLAsync("**/buy-tokens/*-*");

        if (await sara.Page.Locator("#order form button").CountAsync() > 0) await sara.Page.Locator("#order form button").ClickAsync();

        await Assertions.Expect(sara.Page.Locator("#order h2")).ToHaveTextAsync("Paid");
    }

    [BrowserFact]
    public async Task Who_calls_it_off_comes_back_to_the_choice()
    {
        await using var sara = await VisitAsync(Look.English, "sara.leaves@example.com");
        await sara.OpenAsync("/buy-tokens");
        await sara.Page.Locator(Popular).ClickAsync();
        await sara.Page.Locator("button[value=cancel]").ClickAsync();

        await Assertions.Expect(sara.Page.Locator(".alert-info[role=status]")).ToContainTextAsync("nothing was charged");
        await Assertions.Expect(sara.Page.Locator(".package.is-chosen h2")).ToHaveTextAsync("500,000 credits");
    }

    private async Task<Person> VisitAsync(Look look, string email)
    {
        await site.App.AddUserAsync(email);
        var person = await site.VisitAsync(look);
        await person.SignInAsync(email, People.Password);
        return person;
    }
}
