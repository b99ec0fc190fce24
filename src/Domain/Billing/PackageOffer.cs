namespace SaaSChat.Domain.Billing;

/// <summary>Credits that are bought once and never expire, as a new site offers them.</summary>
/// <param name="Key">What orders and codes call it, for ever.</param>
public sealed record PackageOffer(string Key, long Credits, IReadOnlyList<PackagePrice> Prices, bool IsPopular = false)
{
    public PackagePrice? PriceIn(Currency currency) => Prices.FirstOrDefault(p => p.Price.Currency == currency);
}
