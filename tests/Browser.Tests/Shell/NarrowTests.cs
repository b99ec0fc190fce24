namespace SaaSChat.Browser.Tests.Shell;

[Collection(nameof(Site))]
public sealed class NarrowTests(Site site)
{
    // WCAG 1.4.12: the spacing that a reader may force on any text.
    private const string Spacing = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}";

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task No_page_scrolls_sideways_at_320_pixels(string language)
    {
        await using var layla = await site.VisitAsync(new Look(language, Width: 320));
        await layla.SignInAsAdminAsync();

        var wide = await layla.TooWideAsync(site.PathsIn(language), style: null);

        Assert.Empty(wide);
    }

    [BrowserFact]
    public async Task No_page_loses_text_when_a_reader_forces_wider_spacing()
    {
        await using var layla = await site.VisitAsync(new Look(Width: 390));
        await layla.SignInAsAdminAsync();

        var wide = await layla.TooWideAsync(site.PathsIn("en"), Spacing);

        Assert.Empty(wide);
    }

    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("ar", true)]
    [InlineData("ar", false)]
    public async Task On_a_phone_the_side_bar_is_a_drawer_that_opens_and_closes(string language, bool scripts)
    {
        await using var layla = await site.VisitAsync(new Look(language, Width: 390, Scripts: scripts));
        await layla.SignInAsAdminAsync();
        var side = layla.Page.Locator("#side");
        Assert.False(await side.IsVisibleAsync());

        await layla.Page.Locator("header [popovertarget=side]").ClickAsync();
        Assert.True(await side.IsVisibleAsync());

        await layla.Page.Locator("#side [popovertargetaction=hide]").ClickAsync();
        Assert.False(await side.IsVisibleAsync());
    }
}
