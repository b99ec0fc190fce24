using SaaSChat.Web.Tests.Accounts.External;

namespace SaaSChat.Browser.Tests.Accounts;

[Collection(nameof(Site))]
public sealed class ExternalSignInTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", "Noor Khalil")]
    [InlineData("ar", "نور خليل")]
    public async Task Somebody_new_comes_by_a_provider_elsewhere_and_opens_an_account(string language, string name)
    {
        site.Provider.Person = new ProviderPerson($"walk-{language}", $"noor.{language}@example.com", Verified: true, name);
        await using var noor = await site.VisitAsync(new Look(language));
        await noor.OpenAsync("/account/sign-in");

        await noor.Page.Locator("form[action='/signin/acme'] button").ClickAsync();
        await noor.Page.WaitForURLAsync("**/account/external");
        Assert.Equal(name, await noor.Page.Locator("#Input_Name").InputValueAsync());
        await noor.Page.Locator("#Input_Accepted").CheckAsync();
        await noor.Page.Locator("main form button[type=submit]").ClickAsync();
        await noor.Page.WaitForURLAsync("**/dashboard");

        Assert.Contains(name, await noor.Page.Locator("h1").TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(noor.Complaints);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Whoever_says_no_at_the_provider_reads_so_on_the_sign_in_page(string language)
    {
        await using var noor = await site.VisitAsync(new Look(language));
        await noor.OpenAsync("/account/sign-in");

        site.Provider.Mood = ProviderMood.SaysNo;
        await noor.Page.Locator("form[action='/signin/acme'] button").ClickAsync();
        await noor.Page.WaitForURLAsync("**/account/sign-in?problem=Denied");
        site.Provider.Mood = ProviderMood.Honest;

        Assert.True(await noor.Page.Locator("main [role=alert]").IsVisibleAsync());
        Assert.Empty(noor.Complaints);
    }
}
