using SaaSChat.Web.Tests;

namespace SaaSChat.Browser.Tests.Accounts;

[Collection(nameof(Site))]
public sealed class AccountWalkTests(Site site)
{
    private const string Another = "seven slow tin kettles";

    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task A_person_walks_through_their_account_on_a_phone_and_leaves(string language, bool scripts)
    {
        var email = $"walker-{language}-{scripts}@example.com".ToLowerInvariant();
        await site.App.AddUserAsync(email);
        await using var sara = await site.VisitAsync(new Look(language, Width: 320, Scripts: scripts));
        await sara.SignInAsync(email, People.Password);

        await sara.OpenAsync("/account/profile");
        await sara.Page.Locator("#Input_Name").FillAsync("سارة Ahmad");
        await SubmitAsync(sara);
        Assert.Equal("سارة Ahmad", await sara.Page.Locator("#Input_Name").InputValueAsync());

        await sara.OpenAsync("/account/language");
        await sara.Page.Locator("#Input_Theme").SelectOptionAsync("dark");
        await SubmitAsync(sara);
        Assert.Equal("dark", await sara.AttributeOfRootAsync("data-theme"));
        Assert.Equal(language, await sara.AttributeOfRootAsync("lang"));

        await sara.OpenAsync("/account/sessions");
        Assert.Equal(1, await sara.Page.Locator("main li.card").CountAsync());

        await sara.OpenAsync("/account/password");
        await sara.Page.Locator("#Input_Current").FillAsync(People.Password);
        await sara.Page.Locator("#Input_New").FillAsync(Another);
        await SubmitAsync(sara);
        Assert.EndsWith("/account/security", sara.Page.Url, StringComparison.Ordinal);

        await sara.OpenAsync("/account/privacy");
        await sara.Page.Locator("main a[href='/account/deletion']").ClickAsync();
        await sara.Page.Locator("#Input_Address").FillAsync(email);
        await SubmitAsync(sara);
        Assert.EndsWith($"/{language}", sara.Page.Url, StringComparison.Ordinal);
        Assert.Empty(sara.Complaints);
    }

    // Until the page that the form leads to is there.
    private static async Task SubmitAsync(Person person)
    {
        await person.Page.RunAndWaitForResponseAsync(
            () => person.Page.Locator("main form button[type=submit]").First.ClickAsync(), answer => answer.Request.IsNavigationRequest && answer.Ok);
        await person.Page.WaitForLoadStateAsync();
    }
}
