using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Gives a database the catalogue's plans that it does not know yet. What is there stays as admins have made it.</summary>
public sealed class PlanSeeding(AppDbContext db, ChangeNotices notices)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if ((await UnknownAsync(cancel)).Count == 0) return 0;

        return await db.WriteAsync(async () =>
        {
            // The topic is locked until the end: of two nodes that start at once, the second finds everything there.
            await notices.RaiseAsync(db, OfferedPlans.Topic, cancel);
            var unknown = await UnknownAsync(cancel);
            db.Plans.AddRange(unknown);
            await db.SaveChangesAsync(cancel);
            return unknown.Count;
        }, cancel, isThere: async () => (await UnknownAsync(cancel)).Count == 0);
    }

    private async Task<List<Plan>> UnknownAsync(CancellationToken cancel)
    {
        var known = await db.Plans.Select(p => p.Key).ToHashSetAsync(StringComparer.Ordinal, cancel);
        return [.. PlanCatalogue.All.Select(Plan.Of).Where(p => !known.Contains(p.Key))];
    }
}
