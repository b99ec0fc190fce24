using System.Net;

namespace SaaSChat.Web.Tests.Shell;

public sealed class PreferencesTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/preferences?returnUrl=%2Fen", "ar", "/preferences?returnUrl=%2Fen")]
    [InlineData("/account/sign-in?returnUrl=%2Fadmin", "ar", "/account/sign-in?returnUrl=%2Fadmin")]
    public async Task Switching_the_language_comes_back_to_the_same_page_in_the_other_one(string page, string language, string there)
    {
        var sara = app.Visit();

        using var response = await sara.SubmitAsync(page, "/preferences/language");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(there, response.Headers.Location!.OriginalString);
        Assert.Equal(language, (await sara.OpenAsync(there)).DocumentElement.GetAttribute("lang"));
        Assert.Equal(language, (await sara.OpenAsync("/account/sign-in")).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_public_page_links_to_itself_in_the_other_language()
    {
        var link = (await app.Visit().OpenAsync("/en/pricing?currency=SAR")).QuerySelector(".topnav a[hreflang=ar]")!;

        Assert.Equal("/ar/pricing?currency=SAR", link.GetAttribute("href"));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("auto")]
    public async Task A_chosen_theme_is_remembered_on_every_page(string theme)
    {
        var sara = app.Visit();

        using var response = await sara.SubmitAsync("/account/sign-in", "/preferences/theme", ("theme", theme));

        Assert.Equal("/account/sign-in", response.Headers.Location!.OriginalString);
        var page = await sara.OpenAsync("/account/sign-in");
        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(theme, page.QuerySelector("button[name=theme][aria-pressed=true]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_unknown_theme_is_refused()
    {
        using var response = await app.Visit().SubmitAsync("/account/sign-in", "/preferences/theme", ("theme", "neon"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task A_switch_never_leads_to_another_site(string address)
    {
        var omar = app.Visit();
        var token = (await omar.OpenAsync("/account/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("theme", "dark"), KeyValuePair.Create("returnUrl", address)]);

        using var response = await omar.Client.PostAsync("/preferences/theme", form);

        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }
}
