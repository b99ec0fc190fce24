using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>The plans. For showing only: what is given and charged is read where that is done.</summary>
public sealed class OfferedPlans(IServiceScopeFactory scopes, ChangeNotices notices) : Remembered<PlanOffer>(scopes, notices, Topic, meanwhile: PlanCatalogue.All)
{
    public const string Topic = "plans";

    /// <summary>In the order in which they are shown.</summary>
    public IReadOnlyList<PlanOffer> All => Rows;

    /// <summary>Those that are offered, a guest's too.</summary>
    public IReadOnlyList<PlanOffer> Offered => [.. All.Where(p => !p.IsRetired)];

    /// <summary>Those that a person chooses between; a guest has not chosen yet.</summary>
    public IReadOnlyList<PlanOffer> ForAccounts => [.. Offered.Where(p => p.Key != PlanCatalogue.GuestKey)];

    public PlanOffer Guest => Of(PlanCatalogue.GuestKey);

    public PlanOffer? Find(string? key) => All.FirstOrDefault(p => p.Key == key);

    public PlanOffer Of(string key) => Find(key) ?? PlanCatalogue.Find(key) ?? PlanCatalogue.Free;

    /// <summary>What an account may do, whatever its own plan.</summary>
    public PlanOffer InForce(string key, bool hasPaid) => Of(key).InForce(hasPaid, Find(PlanCatalogue.SmallestPaidKey));

    protected override async Task<IReadOnlyList<PlanOffer>> ReadAsync(AppDbContext db, CancellationToken cancel) =>
        (await db.Plans.AsNoTracking().WithPrices().OrderBy(p => p.Order).ToListAsync(cancel)).ConvertAll(p => p.Offer);
}
