using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages.Admin.Settings;

public sealed class IndexModel(SettingValues values) : PageModel
{
    public IReadOnlyList<IGrouping<string, SettingValue>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Groups = [.. (await values.AllAsync(cancel)).GroupBy(s => SettingWords.Group(s.Definition), StringComparer.Ordinal).OrderByDescending(g => g.Key == "Features").ThenBy(g => g.Key, StringComparer.Ordinal)];
}
