using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing.Packages;

/// <summary>Gives a database that has no package the ones that a new site starts with. From then on they are what admins make of them.</summary>
public sealed class PackageSeeding(AppDbContext db, ChangeNotices notices)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (await db.TokenPackages.AnyAsync(cancel)) return 0;

        return await db.WriteAsync(async () =>
        {
            // The topic is locked until the end: of two nodes that start at once, the second finds everything there.
            await notices.RaiseAsync(db, OfferedPackages.Topic, cancel);
            if (await db.TokenPackages.AnyAsync(cancel)) return 0;

            db.TokenPackages.AddRange(PackageCatalogue.All.Select(TokenPackage.Of));
            await db.SaveChangesAsync(cancel);
            return PackageCatalogue.All.Count;
        }, cancel, isThere: () => db.TokenPackages.AnyAsync(cancel));
    }
}
