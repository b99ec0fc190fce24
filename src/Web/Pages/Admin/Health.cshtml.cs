using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SaaSChat.Domain.Models;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Pages.Admin;

/// <summary>How the node that answers is doing, and the letters of the whole site.</summary>
public sealed class HealthModel(AppDbContext db, HealthCheckService health, IWebHostEnvironment environment, TimeProvider clock) : PageModel
{
    public DateTime CheckedAt { get; private set; }
    public IReadOnlyList<Check> Checks { get; private set; } = [];
    public bool JobsStandStill => Checks.Any(c => c is { Name: "jobs", State: not HealthStatus.Healthy });

    public int WaitingMails { get; private set; }
    public DateTime? OldestWaitingMail { get; private set; }
    public int GivenUpMails { get; private set; }

    public IReadOnlyList<ProviderHealth> Providers { get; private set; } = [];

    public NodeFacts Node { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var report = await health.CheckHealthAsync(cancel);
        Checks = [.. report.Entries.Select(e => new Check(e.Key, e.Value.Status, e.Value.Duration)).OrderBy(c => c.Name, StringComparer.Ordinal)];
        CheckedAt = clock.UtcNow();

        var waiting = db.OutboxMails.Where(m => m.NextAttemptAt != null);
        WaitingMails = await waiting.CountAsync(cancel);
        OldestWaitingMail = await waiting.MinAsync(m => (DateTime?)m.WrittenAt, cancel);
        GivenUpMails = await db.OutboxMails.CountAsync(m => m.GivenUpAt != null, cancel);
        Providers = await db.ProviderHealth.AsNoTracking().OrderBy(h => h.Provider).ToListAsync(cancel);
        Node = NodeFacts.Of(environment, db, (await db.Database.GetAppliedMigrationsAsync(cancel)).LastOrDefault());
    }

    public sealed record Check(string Name, HealthStatus State, TimeSpan Took);
}
