using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Usage;

[Collection(nameof(Site))]
public sealed class UsageTests(Site site)
{
    [BrowserTheory]
    [InlineData("en", false)]
    [InlineData("ar", true)]
    public async Task Days_run_as_the_language_does_and_the_table_behind_them_says_the_same(string language, bool reversed)
    {
        await using var layla = await SignInAsync(language);
        await layla.OpenAsync("/usage?from=2026-01-01");
        await layla.Page.WaitForFunctionAsync("Chart.getChart(document.querySelector('figure canvas'))?.scales.x");

        var (right, bars) = (await DrawnAsync("chart.scales.x.options.reverse"), await DrawnAsync("chart.data.datasets.flatMap(s => s.data).reduce((a, b) => a + b) === [...document.querySelectorAll('figure td')].reduce((a, d) => a + Number(d.dataset.value), 0)"));

        Assert.Equal((reversed, true), (right, bars));
        Assert.Empty(layla.Complaints);

        Task<bool> DrawnAsync(string what) => layla.Page.EvaluateAsync<bool>($"(() => {{ const chart = Chart.getChart(document.querySelector('figure canvas')); return {what}; }})()");
    }

    [BrowserTheory]
    [InlineData("en", "As the provider reported it")]
    [InlineData("ar", "كما أبلغ عنه المزوّد")]
    public async Task A_line_of_the_log_opens_without_scripts_too(string language, string said)
    {
        await using var layla = await SignInAsync(language, scripts: false);
        await layla.OpenAsync("/usage/log?tokenType=prompt");
        await Assertions.Expect(layla.Page.Locator("#record-1 li").Last).ToBeHiddenAsync();

        await layla.Page.Locator("#record-1 summary").ClickAsync();

        await Assertions.Expect(layla.Page.Locator("#record-1 li").Last).ToHaveTextAsync(said);
        await Assertions.Expect(layla.Page.Locator("#record-1 li").Last).ToBeVisibleAsync();
    }

    private async Task<Person> SignInAsync(string language, bool scripts = true)
    {
        var layla = await site.VisitAsync(new Look(language, Scripts: scripts));
        await layla.SignInAsAdminAsync();
        return layla;
    }
}
