using Microsoft.Playwright;
using SaaSChat.Browser.Tests.Accessibility;
using SaaSChat.Web.Tests;
using SaaSChat.Web.Tests.Accounts;

namespace SaaSChat.Browser.Tests.Accounts;

[Collection(nameof(Site))]
public sealed class TwoFactorTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", 390)]
    [InlineData("ar", 390)]
    [InlineData("en", 1280)]
    [InlineData("ar", 1280)]
    public async Task From_setting_up_the_app_to_signing_in_with_its_code_and_without_it(string language, int width)
    {
        var email = $"sara-walks-{language}-{width}@example.com";
        await site.App.AddUserAsync(email);
        await using var sara = await site.VisitAsync(new Look(language, Width: width));
        await GivePasswordAsync(sara, email);
        await sara.Page.WaitForURLAsync("**/dashboard");

        await sara.OpenAsync("/account/security/authenticator");
        var phone = new AuthenticatorApp(await sara.Page.Locator("#secret").InnerTextAsync(), TimeProvider.System);
        await GiveCodeAsync(sara, "#Input_Code", phone.WrongCode());
        await Assertions.Expect(sara.Page.Locator("#Input_Code")).ToBeFocusedAsync();
        await AssertWholeAsync(sara);
        await GiveCodeAsync(sara, "#Input_Code", phone.Code());
        var codes = await sara.Page.Locator("#codes code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Count);
        await AssertWholeAsync(sara);

        await SignOutAsync(sara);
        await GivePasswordAsync(sara, email);
        await sara.Page.WaitForURLAsync("**/account/two-factor*");
        await AssertWholeAsync(sara);
        await GiveCodeAsync(sara, "#Code", phone.Code(1));
        await sara.Page.WaitForURLAsync("**/dashboard");

        await SignOutAsync(sara);
        await GivePasswordAsync(sara, email);
        await sara.Page.Locator("main a[href*='/account/recovery']").ClickAsync();
        await AssertWholeAsync(sara);
        await GiveCodeAsync(sara, "#Code", codes[0]);
        await sara.Page.WaitForURLAsync("**/dashboard");
    }

    private static async Task GivePasswordAsync(Person person, string email)
    {
        await person.OpenAsync("/account/sign-in");
        await person.Page.Locator("input[type=email]").FillAsync(email);
        await person.Page.Locator("input[type=password]").FillAsync(People.Password);
        await person.Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
    }

    private static async Task GiveCodeAsync(Person person, string field, string code)
    {
        await person.Page.Locator(field).FillAsync(code);
        await person.Page.Locator(field).PressAsync("Enter");
        await person.Page.WaitForLoadStateAsync(LoadState.Load);
    }

    private static async Task SignOutAsync(Person person)
    {
        await person.OpenAsync("/account/sign-out");
        await person.Page.Locator("main form[method=post] button").ClickAsync();
        await person.Page.WaitForLoadStateAsync(LoadState.Load);
    }

    private static async Task AssertWholeAsync(Person person)
    {
        var axe = await Axe.LoadAsync(person.Page);
        Assert.Empty((await axe.FindAsync()).Select(finding => $"{person.Page.Url}: {finding}"));
        Assert.Equal(0, await person.Page.EvaluateAsync<int>(Person.Overflow));
        Assert.Empty(person.Complaints);
    }
}
