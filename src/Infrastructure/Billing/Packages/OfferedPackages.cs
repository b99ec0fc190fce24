using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing.Packages;

/// <summary>The packages, in memory, loaded again when any node changes one. For showing only: what is paid is read where it is ordered.</summary>
public sealed class OfferedPackages : IDisposable
{
    public const string Topic = "packages";

    private readonly IServiceScopeFactory _scopes;
    private readonly IDisposable _subscription;

    public OfferedPackages(IServiceScopeFactory scopes, ChangeNotices notices)
    {
        _scopes = scopes;
        _subscription = notices.Subscribe(Topic, LoadAsync);
    }

    /// <summary>The smallest first.</summary>
    public IReadOnlyList<PackageOffer> Now { get; private set; } = [];

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        Now = await scope.ServiceProvider.GetRequiredService<AppDbContext>().OffersAsync(cancel);
    }

    public void Dispose() => _subscription.Dispose();
}

public static class PackageQueries
{
    public static async Task<IReadOnlyList<PackageOffer>> OffersAsync(this AppDbContext db, CancellationToken cancel) =>
        PackageShelf.Of(await db.TokenPackages.AsNoTracking().Include(p => p.Prices).Where(p => p.IsOffered).ToListAsync(cancel));

    /// <summary>As it is offered now; null where it is not.</summary>
    public static async Task<PackageOffer?> OfferAsync(this AppDbContext db, string? key, CancellationToken cancel) => (await db.OffersAsync(cancel)).FirstOrDefault(p => p.Key == key);
}
