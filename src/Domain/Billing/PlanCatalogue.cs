using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Billing;

/// <summary>The plans that a new site starts with; from then on they are what admins make of them.</summary>
public static class PlanCatalogue
{
    public const string GuestKey = "guest";
    public const string FreeKey = "free";

    /// <summary>The smallest that is paid for.</summary>
    public const string SmallestPaidKey = "basic";

    public static readonly PlanOffer Guest = new(GuestKey, Units: 1_000, Generations: 1, []);

    public static readonly PlanOffer Free = new(FreeKey, Units: 2_500, Generations: 2, [], new LimitValues(10_000, 100_000, DayCost: 5 * Picodollars.PerDollar, MonthCost: 50 * Picodollars.PerDollar));

    public static readonly PlanOffer Basic = new(SmallestPaidKey, Units: 50_000, Generations: 5,
    [
        Price(Currency.Cny, month: 69_00, year: 690_00),
        Price(Currency.Usd, month: 9_99, year: 99_90),
        Price(Currency.Sar, month: 37_99, year: 379_90),
    ]);

    public static readonly PlanOffer Premium = new("premium", Units: 200_000, Generations: 10,
    [
        Price(Currency.Cny, month: 199_00, year: 1_990_00),
        Price(Currency.Usd, month: 29_99, year: 299_90),
        Price(Currency.Sar, month: 112_99, year: 1_129_90),
    ]);

    /// <summary>The plans that a person chooses between; a guest has not chosen yet.</summary>
    public static readonly IReadOnlyList<PlanOffer> ForAccounts = [Free, Basic, Premium];

    public static readonly IReadOnlyList<PlanOffer> All = [Guest, .. ForAccounts];

    public static PlanOffer? Find(string? key) => All.FirstOrDefault(p => p.Key == key);

    private static PlanPrice Price(Currency currency, long month, long year) => new(currency, month, year);
}
