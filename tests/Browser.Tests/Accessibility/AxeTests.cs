using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace SaaSChat.Browser.Tests.Accessibility;

[Collection(nameof(Site))]
public sealed class AxeTests(Site site)
{
    internal static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // Axe works by script inside each frame, which a letter's sandbox forbids (it would wait for ever): it is given the same letter without one.
    private const string OpenSandboxes = """
        async () => {
          for (const frame of document.querySelectorAll("iframe[sandbox]")) {
            const letter = await (await fetch(frame.src)).text();
            await new Promise(loaded => { frame.onload = loaded; frame.removeAttribute("sandbox"); frame.srcdoc = letter; });
          }
        }
        """;

    [BrowserTheory]
    [InlineData("en", false, 390)]
    [InlineData("en", false, 1280)]
    [InlineData("en", true, 390)]
    [InlineData("en", true, 1280)]
    [InlineData("ar", false, 390)]
    [InlineData("ar", false, 1280)]
    [InlineData("ar", true, 390)]
    [InlineData("ar", true, 1280)]
    public async Task Axe_and_the_console_find_nothing_on_any_page(string language, bool dark, int width)
    {
        await using var layla = await site.VisitAsync(new Look(language, dark, width));
        await layla.SignInAsAdminAsync();
        var findings = new List<string>();

        foreach (var path in site.PathsIn(language))
            findings.AddRange(await FindingsAsync(layla, path));

        Assert.Empty(findings);
    }

    private static async Task<IReadOnlyList<string>> FindingsAsync(Person person, string path)
    {
        person.ForgetComplaints();
        var status = await person.OpenAsync(path);
        var wide = await person.Page.EvaluateAsync<int>(Person.Overflow);
        var complaints = person.Complaints.ToList();
        await person.Page.EvaluateAsync(OpenSandboxes);
        var axe = await person.Page.RunAxe(Rules);

        return
        [
            .. axe.Violations.Select(v => $"{path}: {v.Id} at {v.Nodes[0].Target}"),
            .. complaints.Where(c => status < 400 || !c.Contains("Failed to load resource", StringComparison.Ordinal)).Select(c => $"{path}: console: {c}"),
            .. wide > 0 ? [$"{path}: scrolls sideways by {wide} px"] : Array.Empty<string>(),
        ];
    }
}
