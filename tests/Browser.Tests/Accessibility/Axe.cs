using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace SaaSChat.Browser.Tests.Accessibility;

/// <summary>Axe in a page that is open: loaded once, into each of its frames, and asked as often as the page changes its look.</summary>
internal sealed class Axe
{
    // All of its rules for WCAG 2.2 AA and its best practices: none is switched off, and no element is left out.
    private const string Everything = """{ type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }""";

    // Those of its rules whose answer hangs on the colours.
    private const string Colours = """{ type: "rule", values: ["color-contrast", "link-in-text-block"] }""";

    private const string Ask = """
        async rules => {
          const found = await axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
          return found.violations.map(v => `${v.id} at ${v.nodes[0].target}`);
        }
        """;

    // Axe works by script inside each frame, which a letter's sandbox forbids (it would wait for ever): it is given the same letter without one.
    private const string OpenSandboxes = """
        async () => {
          for (const frame of document.querySelectorAll("iframe[sandbox]")) {
            const letter = await (await fetch(frame.src)).text();
            await new Promise(loaded => { frame.onload = loaded; frame.removeAttribute("sandbox"); frame.srcdoc = letter; });
          }
        }
        """;

    // A colour on its way from one theme to the other is none that anybody reads.
    private const string ChangeAtOnce = """
        const still = new CSSStyleSheet();
        still.replaceSync("*, ::before, ::after { transition-property: none !important }");
        document.adoptedStyleSheets = [still];
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    private readonly IPage _page;

    private Axe(IPage page) => _page = page;

    public static async Task<Axe> LoadAsync(IPage page)
    {
        await page.EvaluateAsync(OpenSandboxes);
        foreach (var frame in page.Frames) await frame.EvaluateAsync($"() => {{ {Script}\n axe.configure({{ allowedOrigins: ['<unsafe_all_origins>'] }});\n {ChangeAtOnce} }}");
        return new Axe(page);
    }

    public Task<IReadOnlyList<string>> FindAsync() => FindAsync(Everything);

    /// <summary>After nothing but the theme has changed.</summary>
    public Task<IReadOnlyList<string>> FindInColoursAsync() => FindAsync(Colours);

    private async Task<IReadOnlyList<string>> FindAsync(string rules) => await _page.EvaluateAsync<string[]>($"() => ({Ask})({rules})");
}
