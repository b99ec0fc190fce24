using Microsoft.AspNetCore.Mvc.RazorPages;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure.News;

namespace SaaSChat.Web.Pages.Admin.Incidents;

public sealed class IndexModel(IncidentKeeping keeping) : PageModel
{
    public IReadOnlyList<Incident> Incidents { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Incidents = await keeping.ShownAsync(cancel);
}
