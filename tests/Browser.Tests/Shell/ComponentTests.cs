using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Shell;

[Collection(nameof(Site))]
public sealed class ComponentTests(Site site)
{
    [BrowserFact]
    public async Task No_page_breaks_the_content_policy_and_the_chart_draws_in_both_languages()
    {
        foreach (var look in new[] { Look.English, Look.Arabic })
        {
            await using var layla = await site.VisitAsync(look);

            await layla.OpenAsync("/dev/ui");

            Assert.Empty(layla.Complaints);
            Assert.True(await layla.Page.Locator("canvas").First.EvaluateAsync<bool>("c => c.width > 100 && c.toDataURL().length > 5000"));
        }
    }

    [BrowserFact]
    public async Task A_dialog_keeps_the_focus_and_escape_gives_it_back()
    {
        await using var layla = await site.VisitAsync(Look.English);
        await layla.OpenAsync("/dev/ui");
        var opener = layla.Page.Locator("[command=show-modal]").First;

        await opener.ClickAsync();
        Assert.True(await layla.Page.Locator("dialog[open]").EvaluateAsync<bool>("d => d.contains(document.activeElement)"));
        await layla.Page.Keyboard.PressAsync("Escape");

        Assert.Equal(0, await layla.Page.Locator("dialog[open]").CountAsync());
        Assert.True(await opener.EvaluateAsync<bool>("o => o === document.activeElement"));
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task A_wrong_password_comes_back_with_the_form_filled_and_the_focus_on_the_answer(string language)
    {
        await using var omar = await site.VisitAsync(new Look(language));
        await omar.OpenAsync("/account/sign-in");

        await omar.Page.Locator("input[type=email]").FillAsync("omar@example.com");
        await omar.Page.Locator("input[type=password]").FillAsync("not the password");
        await omar.Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
        await omar.Page.Locator("[data-summary]").WaitForAsync();

        Assert.Equal("omar@example.com", await omar.Page.Locator("input[type=email]").InputValueAsync());
        Assert.True(await omar.Page.Locator("[data-summary]").EvaluateAsync<bool>("s => s === document.activeElement"));
    }

    [BrowserFact]
    public async Task Signing_out_ends_the_session_and_leaves_no_private_page_behind()
    {
        await using var layla = await site.VisitAsync(Look.English);
        await layla.SignInAsAdminAsync();

        await layla.Page.Locator("details.menu-up summary").ClickAsync();
        await layla.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await layla.Page.WaitForURLAsync("**/en");
        await layla.Page.GoBackAsync();

        Assert.Contains("/account/sign-in", layla.Page.Url, StringComparison.Ordinal);
    }
}
