using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Gives a database the catalogue's plans that it does not know yet. What is there stays as admins have made it.</summary>
public sealed class PlanSeeding(AppDbContext db, ChangeNotices notices)
{
    public Task<int> RunAsync(CancellationToken cancel) => db.SeedAsync(notices, OfferedPlans.Topic, () => LackingAsync(cancel), cancel);

    private async Task<List<Plan>> LackingAsync(CancellationToken cancel)
    {
        var known = await db.Plans.Select(p => p.Key).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. PlanCatalogue.All.Select(Plan.Of).Where(p => !known.Contains(p.Key))];
    }
}
