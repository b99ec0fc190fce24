using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing.Packages;

/// <summary>The packages. For showing only: what is paid is read where it is ordered.</summary>
public sealed class OfferedPackages(IServiceScopeFactory scopes, ChangeNotices notices) : Remembered<PackageOffer>(scopes, notices, Topic, meanwhile: [])
{
    public const string Topic = "packages";

    /// <summary>The smallest first.</summary>
    public IReadOnlyList<PackageOffer> Now => Rows;

    protected override Task<IReadOnlyList<PackageOffer>> ReadAsync(AppDbContext db, CancellationToken cancel) => db.OffersAsync(cancel);
}

public static class PackageQueries
{
    public static async Task<IReadOnlyList<PackageOffer>> OffersAsync(this AppDbContext db, CancellationToken cancel) =>
        PackageShelf.Of(await db.TokenPackages.AsNoTracking().Include(p => p.Prices).Where(p => p.IsOffered).ToListAsync(cancel));

    /// <summary>As it is offered now; null where it is not.</summary>
    public static async Task<PackageOffer?> OfferAsync(this AppDbContext db, string? key, CancellationToken cancel) => (await db.OffersAsync(cancel)).FirstOrDefault(p => p.Key == key);
}
