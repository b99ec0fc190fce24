using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SaaSChat.Web.Pages.Dev;

/// <summary>Answers with everything that can stand in one, in both languages, and some that mean harm.</summary>
public sealed class ProseModel : PageModel
{
    public IReadOnlyList<(string Name, string Markdown)> Samples { get; } =
        [("English", ProseSamples.English), ("Arabic", ProseSamples.Arabic), ("Mixed", ProseSamples.Mixed), ("Hostile", ProseSamples.Hostile)];

    public static string Said => ProseSamples.Said;
}
