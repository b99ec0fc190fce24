using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Models.Keys;

namespace SaaSChat.Web.Pages.Admin.Providers;

/// <summary>Who answers, with which keys, and how each does.</summary>
public sealed class IndexModel(KeyRoster roster, TimeProvider clock) : PageModel
{
    public DateTime Now { get; } = clock.UtcNow();
    public IReadOnlyList<ProviderStanding> Providers { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Providers = await roster.ReadAsync(cancel);
}
