using Microsoft.Playwright;
using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Accounts;

[Collection(nameof(Site))]
public sealed class PasskeyTests(Site site)
{
    // Passkeys belong to a name; an address in figures is none.
    private string At(string path) => $"http://localhost:{site.Address.Port}{path}";

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_passkey_is_added_opens_the_account_and_opens_nothing_once_removed(string language)
    {
        await using var sara = await SignedInAsync($"sara-key-{language}", language);
        var key = await VirtualKey.PlugInAsync(sara);

        await sara.Page.GotoAsync(At("/account/security/passkeys/new"));
        await sara.Page.Locator("#Name").FillAsync("Blue phone");
        await sara.Page.Locator("form[data-passkey] button").ClickAsync();
        await sara.Page.WaitForURLAsync("**/account/security");
        await Assertions.Expect(sara.Page.GetByText("Blue phone")).ToBeVisibleAsync();
        Assert.Equal(1, await key.CountAsync());

        await SignOutAsync(sara);
        await UsePasskeyAsync(sara);
        await sara.Page.WaitForURLAsync("**/dashboard");

        await sara.Page.GotoAsync(At("/account/security/passkeys"));
        await sara.Page.Locator("form[action*='handler=Remove'] button").ClickAsync();
        await Assertions.Expect(sara.Page.GetByText("Blue phone")).ToHaveCountAsync(0);

        await SignOutAsync(sara);
        await UsePasskeyAsync(sara);
        await Assertions.Expect(sara.Page.Locator("main [role=alert]")).ToBeVisibleAsync();
        Assert.Empty(sara.Complaints);
    }

    [BrowserFact]
    public async Task The_address_field_offers_the_passkey_by_itself()
    {
        await using var sara = await SignedInAsync("sara-autofill", "en");
        await VirtualKey.PlugInAsync(sara);
        await AddAsync(sara);
        await SignOutAsync(sara);

        await sara.Page.GotoAsync(At("/account/sign-in"));

        await sara.Page.WaitForURLAsync("**/dashboard");
    }

    [BrowserFact]
    public async Task Without_unlocking_it_nobody_comes_in()
    {
        await using var omar = await SignedInAsync("omar-locked-key", "en");
        var key = await VirtualKey.PlugInAsync(omar);
        await AddAsync(omar);
        await SignOutAsync(omar);
        await key.LockAsync();

        await UsePasskeyAsync(omar);

        await Assertions.Expect(omar.Page.Locator("[data-toasts] .toast")).ToBeVisibleAsync();
        Assert.EndsWith("/account/passkey", omar.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Without_scripts_there_is_no_button_that_does_nothing()
    {
        await using var sara = await site.VisitAsync(new Look(Scripts: false));

        await sara.Page.GotoAsync(At("/account/sign-in"));
        Assert.False(await sara.Page.Locator("form[data-passkey]").IsVisibleAsync());

        await sara.Page.GotoAsync(At("/account/passkey"));
        Assert.True(await sara.Page.Locator("[data-passkey-missing]").IsVisibleAsync());
    }

    private async Task<Person> SignedInAsync(string name, string language)
    {
        await site.App.AddUserAsync($"{name}@example.com");
        var person = await site.VisitAsync(new Look(language));
        await person.Page.GotoAsync(At("/account/sign-in"));
        await person.Page.Locator("input[type=email]").FillAsync($"{name}@example.com");
        await person.Page.Locator("input[type=password]").FillAsync(People.Password);
        await person.Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
        await person.Page.WaitForURLAsync("**/dashboard");
        return person;
    }

    private async Task AddAsync(Person person)
    {
        await person.Page.GotoAsync(At("/account/security/passkeys/new"));
        await person.Page.Locator("form[data-passkey] button").ClickAsync();
        await person.Page.WaitForURLAsync("**/account/security");
    }

    private async Task UsePasskeyAsync(Person person)
    {
        await person.Page.GotoAsync(At("/account/passkey"));
        await person.Page.Locator("form[data-passkey] button").ClickAsync();
    }

    private async Task SignOutAsync(Person person)
    {
        await person.Page.GotoAsync(At("/account/sign-out"));
        await person.Page.Locator("main form[method=post] button").ClickAsync();
        await person.Page.WaitForURLAsync(At("/*"));
    }
}
