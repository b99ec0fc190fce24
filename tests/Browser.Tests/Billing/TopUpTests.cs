using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SaaSChat.Domain.Billing.TopUps;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Browser.Tests.Billing;

public sealed class TopUpTests(ShopSite site) : IClassFixture<ShopSite>
{
    [BrowserTheory]
    [InlineData("en", true, "It is on", "Paid")]
    [InlineData("ar", true, "هي مفعّلة", "تم الدفع")]
    [InlineData("en", false, "It is on", "Paid")]
    public async Task Somebody_agrees_is_topped_up_and_switches_it_off(string language, bool scripts, string on, string paid)
    {
        var (sara, account, _) = await VisitAsync(new Look(language, Scripts: scripts), $"sara.tops.{language}.{scripts}@example.com", CardMood.Works);
        await using var leaves = sara;
        await sara.OpenAsync("/billing/top-up");
        await sara.Page.Locator("select[name=package]").SelectOptionAsync("credits-500k");
        await sara.Page.Locator("input[name=threshold]").FillAsync("100000");
        await sara.Page.Locator("input[name=cap]").FillAsync("100");
        await sara.Page.Locator("form[action='/billing/top-up'][method=get] button").ClickAsync();

        await Assertions.Expect(sara.Page.Locator("#consent input[name=agreed]")).Not.ToBeCheckedAsync();
        await sara.Page.Locator("#consent input[name=agreed]").CheckAsync();
        await sara.Page.Locator("#consent button[type=submit]").ClickAsync();
        await Assertions.Expect(sara.Page.Locator("#top-up-on")).ToContainTextAsync(on);

        await UntilAsync(account, TopUpState.Paid);
        await sara.OpenAsync("/billing/top-up");
        await Assertions.Expect(sara.Page.Locator("#past ~ ul .badge-success")).ToHaveTextAsync(paid);
        await sara.Page.Locator("form[action$='handler=Off'] button").ClickAsync();
        await Assertions.Expect(sara.Page.Locator("#top-up-on")).ToHaveCountAsync(0);
        Assert.Empty(sara.Complaints);
    }

    [BrowserFact]
    public async Task Whose_bank_wants_to_hear_from_them_pays_on_the_gateways_page()
    {
        var (sara, account, card) = await VisitAsync(Look.Arabic, "sara.confirms@example.com", CardMood.WantsOwner);
        await using var leaves = sara;
        await sara.OpenAsync("/billing/top-up?package=credits-500k&threshold=100000&cap=100&card=" + card);
        await sara.Page.Locator("#consent input[name=agreed]").CheckAsync();
        await sara.Page.Locator("#consent button[type=submit]").ClickAsync();
        await UntilAsync(account, TopUpState.NeedsOwner);

        await sara.OpenAsync("/notifications");
        await sara.Page.Locator("a[href^='/billing/top-up/']").First.ClickAsync();
        await sara.Page.Locator("form[action^='/billing/top-up/'] button").ClickAsync();
        await sara.Page.WaitForURLAsync($"{site.Stripe.Address}/c/pay/**");
        await sara.Page.Locator("button[value=pay]").ClickAsync();

        await Assertions.Expect(sara.Page.Locator("#order h2")).ToHaveTextAsync("تم الدفع");
        Assert.Empty(sara.Complaints);
    }

    private async Task<(Person Who, Guid AccountId, string Card)> VisitAsync(Look look, string email, CardMood mood)
    {
        var user = await site.App.AddUserAsync(email);
        var account = await site.App.AccountOfAsync(user);
        var customer = await site.App.InScopeAsync(services => services.GetRequiredService<GatewayCustomers>().IdOfAsync(account, user, default));
        var card = await site.Stripe.Outside.SaveCardAsync(customer, mood);
        var person = await site.VisitAsync(look);
        await person.SignInAsync(email, People.Password);
        return (person, account, card);
    }

    private async Task UntilAsync(Guid account, TopUpState state)
    {
        using var tooLate = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await site.App.AskAsync(db => db.TopUps.AnyAsync(t => t.AccountId == account && t.State == state))) await Task.Delay(50, tooLate.Token);
    }
}
