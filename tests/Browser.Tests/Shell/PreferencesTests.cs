using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Shell;

[Collection(nameof(Site))]
public sealed class PreferencesTests(Site site)
{
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_visitor_switches_the_language_and_it_is_remembered_with_or_without_scripts(bool scripts)
    {
        await using var sara = await site.VisitAsync(Look.English with { Scripts = scripts });
        await sara.OpenAsync("/account/sign-in");

        await sara.Page.GetByRole(AriaRole.Button, new() { Name = "العربية" }).First.ClickAsync();
        await sara.Page.Locator("html[lang=ar][dir=rtl]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await sara.OpenAsync("/");
        Assert.EndsWith("/ar", sara.Page.Url, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task The_first_visit_is_in_the_browsers_language()
    {
        await using var omar = await site.VisitAsync(Look.Arabic);

        await omar.OpenAsync("/");

        Assert.EndsWith("/ar", omar.Page.Url, StringComparison.Ordinal);
        Assert.Equal("rtl", await omar.AttributeOfRootAsync("dir"));
    }

    [BrowserFact]
    public async Task The_theme_a_person_chose_wins_over_the_systems()
    {
        await using var sara = await site.VisitAsync(Look.English);
        await sara.OpenAsync("/en");
        var before = await sara.InkAsync();

        await sara.Page.Locator("button[data-choose=theme][data-value=dark]").First.ClickAsync();
        await sara.Page.Locator("html[data-theme=dark]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        Assert.False(before == await sara.InkAsync(), "The page is as light as before.");
        await sara.OpenAsync("/account/sign-in");
        Assert.Equal("dark", await sara.AttributeOfRootAsync("data-theme"));
    }

    [BrowserFact]
    public async Task A_language_chosen_on_a_public_page_holds_for_the_pages_behind_it()
    {
        await using var omar = await site.VisitAsync(Look.English);
        await omar.OpenAsync("/en/pricing");

        await omar.Page.Locator(".topnav a[hreflang=ar]").ClickAsync();
        await omar.Page.WaitForURLAsync("**/ar/pricing");

        await omar.OpenAsync("/account/sign-in");
        Assert.Equal("ar", await omar.AttributeOfRootAsync("lang"));
    }

    [BrowserFact]
    public async Task Times_are_in_the_browsers_zone_from_the_second_page_on()
    {
        await using var sara = await site.VisitAsync(Look.English);

        await sara.OpenAsync("/en");
        await sara.OpenAsync("/en");

        var cookies = await sara.Page.Context.CookiesAsync();
        Assert.Contains(cookies, c => c.Name == "tz" && Uri.UnescapeDataString(c.Value) == "Asia/Riyadh");
    }
}
