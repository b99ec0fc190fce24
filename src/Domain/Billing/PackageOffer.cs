namespace SaaSChat.Domain.Billing;

/// <summary>Credits that are bought once and never expire, as a new site offers them.</summary>
public sealed record PackageOffer(long Credits, IReadOnlyList<PackagePrice> Prices, bool IsPopular = false)
{
    public PackagePrice? PriceIn(Currency currency) => Prices.FirstOrDefault(p => p.Price.Currency == currency);
}
