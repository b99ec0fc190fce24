using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Chats;

[Collection(nameof(Site))]
public sealed class ProseTests(Site site)
{
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Code_is_coloured_and_mathematics_is_set_within_the_content_policy(string language)
    {
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.OpenAsync("/dev/prose");

        await layla.Page.Locator("#sample-English .hljs-keyword").First.WaitForAsync();
        await layla.Page.Locator("#sample-English div.math .katex-display").WaitForAsync();
        await layla.Page.Locator("#sample-Arabic .math .katex-html").First.WaitForAsync();

        Assert.Empty(layla.Complaints);
        Assert.True(await layla.Page.EvaluateAsync<bool>("document.fonts.ready.then(() => document.fonts.check('16px KaTeX_Main'))"));
        Assert.Equal(0, await layla.Page.Locator(".answer [style*=color]").CountAsync());
        Assert.Contains("\\frac{1", await layla.Page.Locator("#sample-Hostile .math.unset").AllTextContentsAsync());
        Assert.Equal(0, await layla.Page.Locator("#sample-Hostile a").CountAsync());
    }

    [BrowserFact]
    public async Task Code_is_copied_as_it_is_and_a_message_without_the_heads_of_its_code()
    {
        await using var omar = await site.VisitAsync(Look.English);
        await omar.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await omar.OpenAsync("/dev/prose");

        await omar.Page.Locator("#sample-English [data-copy-code]").Nth(1).ClickAsync();
        await omar.Page.Locator(".toast").First.WaitForAsync();
        Assert.Equal("SELECT name, 42 FROM people WHERE city = 'Riyadh';\n", await ClipboardAsync(omar));

        await omar.Page.Locator("[data-copy-message=sample-English]").ClickAsync();
        await omar.Page.Locator(".toast").Nth(1).WaitForAsync();
        var message = await ClipboardAsync(omar);
        Assert.Contains("How a request is answered", message, StringComparison.Ordinal);
        Assert.DoesNotContain("csharp", message, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_message_can_be_turned_and_stays_so_until_it_is_turned_back()
    {
        await using var sara = await site.VisitAsync(Look.English);
        await sara.OpenAsync("/dev/prose");
        var paragraph = sara.Page.Locator("#sample-English p").First;
        var turn = sara.Page.Locator("[data-turn=sample-English]");

        await turn.ClickAsync();
        Assert.Equal("rtl", await DirectionAsync(paragraph));
        Assert.Equal("Direction of the text: right to left", await turn.GetAttributeAsync("aria-label"));
        Assert.Equal("ltr", await DirectionAsync(sara.Page.Locator("#sample-English pre").First));

        await sara.Page.ReloadAsync();
        Assert.Equal("rtl", await DirectionAsync(paragraph));

        await turn.ClickAsync();
        await turn.ClickAsync();
        Assert.Equal("ltr", await DirectionAsync(paragraph));
        Assert.Null(await sara.Page.EvaluateAsync<string?>("sessionStorage.getItem('turned:sample-English')"));
    }

    [BrowserFact]
    public async Task What_arrives_later_is_improved_once_it_is_closed()
    {
        await using var sara = await site.VisitAsync(Look.English);
        await sara.OpenAsync("/dev/prose");

        await sara.Page.EvaluateAsync("""
            document.querySelector("#sample-Mixed").insertAdjacentHTML("beforeend",
              '<pre id="closed"><code class="language-js">let a = 1;</code></pre><div data-tail><pre id="open"><code class="language-js">let b = 2;</code></pre></div>')
            """);

        await sara.Page.Locator("#closed .hljs-keyword").WaitForAsync();
        Assert.Equal(0, await sara.Page.Locator("#open .hljs-keyword").CountAsync());
    }

    [BrowserFact]
    public async Task Without_scripts_everything_is_read_and_no_button_is_there_for_nothing()
    {
        await using var omar = await site.VisitAsync(new Look(Scripts: false));
        await omar.OpenAsync("/dev/prose");

        Assert.True(await omar.Page.Locator("#sample-English .math").First.IsVisibleAsync());
        Assert.False(await omar.Page.Locator("#sample-English [data-copy-code]").First.IsVisibleAsync());
        Assert.False(await omar.Page.Locator("[data-turn]").First.IsVisibleAsync());
    }

    private static Task<string> DirectionAsync(ILocator element) => element.EvaluateAsync<string>("e => getComputedStyle(e).direction");

    private static Task<string> ClipboardAsync(Person person) => person.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
}
