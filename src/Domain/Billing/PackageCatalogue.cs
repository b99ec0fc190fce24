namespace SaaSChat.Domain.Billing;

/// <summary>The packages that a new site starts with: the smallest is the starter, by whose price the others are measured.</summary>
public static class PackageCatalogue
{
    private const long StarterCredits = 100_000;

    private static readonly Money[] StarterPrices = Prices(cny: 10_00, usd: 1_49, sar: 5_99);

    public static readonly IReadOnlyList<Currency> Currencies = [Currency.Usd, Currency.Sar, Currency.Cny];

    public static readonly IReadOnlyList<PackageOffer> All =
    [
        Offer("credits-100k", StarterCredits, StarterPrices),
        Offer("credits-500k", 500_000, Prices(cny: 35_00, usd: 4_99, sar: 18_99), popular: true),
        Offer("credits-1m", 1_000_000, Prices(cny: 55_00, usd: 7_99, sar: 29_99)),
        Offer("credits-10m", 10_000_000, Prices(cny: 280_00, usd: 39_99, sar: 149_99)),
    ];

    private static Money[] Prices(long cny, long usd, long sar) =>
        [new(cny, Currency.Cny), new(usd, Currency.Usd), new(sar, Currency.Sar)];

    private static PackageOffer Offer(string key, long credits, Money[] prices, bool popular = false)
    {
        var measured = prices.Zip(StarterPrices, (price, starter) => PackageShelf.Measure(credits, price, StarterCredits, starter));
        return new PackageOffer(key, credits, [.. measured], popular);
    }
}
