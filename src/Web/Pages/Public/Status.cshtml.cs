using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SaaSChat.Domain.News;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.News;

namespace SaaSChat.Web.Pages.Public;

public sealed class StatusModel(HealthCheckService health, IncidentKeeping incidents, TimeProvider clock) : PageModel
{
    // A page that is being read is its own proof that pages are served.
    private static readonly Part Site = new("site", HealthStatus.Healthy);

    public DateTime CheckedAt { get; private set; }
    public IReadOnlyList<Part> Parts { get; private set; } = [];
    public IReadOnlyList<Incident> Incidents { get; private set; } = [];
    public IReadOnlyList<Incident> Open => [.. Incidents.Where(i => i.ResolvedAt is null)];
    public bool AllWorking => Open.Count == 0 && Parts.All(p => p.State == HealthStatus.Healthy);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var report = await health.CheckHealthAsync(check => check.Name is "database" or "keys" or "jobs", cancel);
        Parts = [Site, .. report.Entries.Select(e => new Part(e.Key, e.Value.Status))];
        CheckedAt = clock.UtcNow();
        Incidents = await incidents.ShownAsync(cancel);
    }

    public sealed record Part(string Name, HealthStatus State);
}
