namespace SaaSChat.Browser.Tests.Shell;

[Collection(nameof(Site))]
public sealed class KeyboardTests(Site site)
{
    // What has the focus: whether it can be seen there (nothing lies over its middle) and how thick its outline is.
    private const string Focused = """
        () => {
          const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
          const hit = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
          const outline = s.outlineStyle === "none" ? 0 : parseFloat(s.outlineWidth);
          return e === document.body ? "" : [e.tagName, e.textContent.trim().slice(0, 30), hit && (e.contains(hit) || hit.contains(e)) ? "seen" : "covered", outline >= 2 ? "outlined" : "bare"].join("|");
        }
        """;

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task The_first_key_press_offers_to_skip_to_the_content(string language)
    {
        await using var sara = await site.VisitAsync(new Look(language));
        await sara.OpenAsync($"/{language}");

        await sara.Page.Keyboard.PressAsync("Tab");
        Assert.True(await sara.Page.Locator("a.skip").IsVisibleAsync());
        await sara.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await sara.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [BrowserTheory]
    [InlineData("/en", "en", 1280)]
    [InlineData("/ar/pricing", "ar", 390)]
    [InlineData("/account/sign-in", "ar", 1280)]
    [InlineData("/dashboard", "en", 390)]
    [InlineData("/dev/ui", "ar", 1280)]
    public async Task Whatever_has_the_focus_is_seen_and_outlined(string path, string language, int width)
    {
        await using var layla = await site.VisitAsync(new Look(language, Width: width));
        if (path == "/dashboard") await layla.SignInAsAdminAsync();
        await layla.OpenAsync(path);
        var stops = new List<string>();

        for (var i = 0; i < 120; i++)
        {
            await layla.Page.Keyboard.PressAsync("Tab");
            if (await layla.Page.EvaluateAsync<string>(Focused) is not { Length: > 0 } stop) break;
            stops.Add(stop);
        }

        Assert.NotEmpty(stops);
        Assert.All(stops, stop => Assert.EndsWith("seen|outlined", stop, StringComparison.Ordinal));
    }
}
