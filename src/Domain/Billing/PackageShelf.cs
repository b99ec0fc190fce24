namespace SaaSChat.Domain.Billing;

/// <summary>Packages side by side: the smallest is the starter, by whose price the others are measured.</summary>
public static class PackageShelf
{
    public static IReadOnlyList<PackageOffer> Of(IEnumerable<TokenPackage> packages)
    {
        var offered = packages.Where(p => p.IsOffered).OrderBy(p => p.Credits).ThenBy(p => p.Key, StringComparer.Ordinal).ToList();
        return [.. offered.Select(p => new PackageOffer(p.Key, p.Credits, [.. p.Prices.Select(price => Measure(p.Credits, new Money(price.Minor, price.Currency), offered[0].Credits, offered[0].PriceIn(price.Currency)))], p.IsPopular))];
    }

    /// <summary>What the same credits cost in starters, rounded down: never more than anybody would have paid.</summary>
    public static PackagePrice Measure(long credits, Money price, long starterCredits, Money? starter) =>
        new(credits, price, price with { Minor = (long)((Int128)(starter?.Minor ?? price.Minor) * credits / (starter is null ? credits : starterCredits)) });
}
