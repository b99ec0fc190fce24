using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing.Packages;

/// <summary>Gives a database that has no package the ones that a new site starts with. From then on they are what admins make of them.</summary>
public sealed class PackageSeeding(AppDbContext db, ChangeNotices notices)
{
    public Task<int> RunAsync(CancellationToken cancel) => db.SeedAsync(notices, OfferedPackages.Topic, () => LackingAsync(cancel), cancel);

    private async Task<List<TokenPackage>> LackingAsync(CancellationToken cancel) =>
        await db.TokenPackages.AnyAsync(cancel) ? [] : [.. PackageCatalogue.All.Select(TokenPackage.Of)];
}
