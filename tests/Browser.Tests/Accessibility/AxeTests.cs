using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Accessibility;

[Collection(nameof(Site))]
public sealed class AxeTests(Site site)
{
    private static readonly int[] Widths = [390, 1280];

    /// <summary>A page's words are the same in each look, so it is opened once in a language, and looked at in every theme and width.</summary>
    [BrowserTheory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Axe_and_the_console_find_nothing_on_any_page_light_or_dark_on_a_phone_or_a_desk(string language)
    {
        await using var layla = await site.VisitAsync(new Look(language));
        await layla.SignInAsAdminAsync();
        var findings = new ConcurrentQueue<string>();

        await layla.InTabsAsync(site.PathsIn(language), (tab, path) => ReviewAsync(tab, path, findings));

        Assert.True(findings.IsEmpty, string.Join('\n', findings));
    }

    private static async Task ReviewAsync(Person person, string path, ConcurrentQueue<string> findings)
    {
        person.ForgetComplaints();
        var status = await person.OpenAsync(path);
        var axe = await Axe.LoadAsync(person.Page);
        foreach (var width in Widths)
        {
            await person.Page.SetViewportSizeAsync(width, 900);
            await ShowAsync(person, ColorScheme.Light);
            foreach (var finding in await axe.FindAsync()) findings.Enqueue($"{path} light {width}px: {finding}");
            if (await person.Page.EvaluateAsync<int>(Person.Overflow) is > 0 and var pixels) findings.Enqueue($"{path} {width}px: scrolls sideways by {pixels} px");
            await ShowAsync(person, ColorScheme.Dark);
            foreach (var finding in await axe.FindInColoursAsync()) findings.Enqueue($"{path} dark {width}px: {finding}");
        }

        foreach (var complaint in person.Complaints.Where(c => status < 400 || !c.Contains("Failed to load resource", StringComparison.Ordinal)))
            findings.Enqueue($"{path}: console: {complaint}");
    }

    private static Task ShowAsync(Person person, ColorScheme theme) => person.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
}
