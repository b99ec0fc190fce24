namespace SaaSChat.Domain.Billing;

/// <summary>A package as admins have made it. What it gives never changes: orders and codes speak of it by its key.</summary>
public sealed class TokenPackage : IVersioned
{
    public const int KeyLength = 40;
    public const long LeastCredits = 1_000;
    public const long MostCredits = 1_000_000_000_000;

    private List<TokenPrice> _prices = [];

    private TokenPackage()
    {
    }

    public string Key { get; private set; } = "";
    public long Credits { get; private set; }
    public bool IsPopular { get; private set; }

    /// <summary>Whether it can be bought.</summary>
    public bool IsOffered { get; private set; }

    public IReadOnlyCollection<TokenPrice> Prices => _prices;
    public byte[] RowVersion { get; private set; } = [];

    public static TokenPackage Of(PackageOffer offer) => Make(offer.Key, offer.Credits, new PackageDraft([.. offer.Prices.Select(p => p.Price)], offer.IsPopular, IsOffered: true));

    public static TokenPackage Make(string key, long credits, PackageDraft draft)
    {
        var package = new TokenPackage { Key = key, Credits = credits };
        package.Change(draft);
        return package;
    }

    public void Change(PackageDraft draft)
    {
        (IsPopular, IsOffered) = (draft.IsPopular, draft.IsOffered);
        foreach (var price in draft.Prices)
        {
            if (_prices.Find(p => p.Currency == price.Currency) is { } known) known.Become(price.Minor);
            else _prices.Add(TokenPrice.Of(Key, price));
        }
    }

    public Money? PriceIn(Currency currency) => _prices.Find(p => p.Currency == currency) is { } price ? new Money(price.Minor, currency) : null;
}

/// <summary>What a package costs in one currency.</summary>
public sealed class TokenPrice
{
    private TokenPrice()
    {
    }

    public string PackageKey { get; private set; } = "";
    public Currency Currency { get; private set; } = Currency.Usd;
    public long Minor { get; private set; }

    public static TokenPrice Of(string packageKey, Money price) => new() { PackageKey = packageKey, Currency = price.Currency, Minor = price.Minor };

    internal void Become(long minor) => Minor = minor;
}

/// <summary>What an admin wants a package to be.</summary>
public sealed record PackageDraft(IReadOnlyList<Money> Prices, bool IsPopular, bool IsOffered)
{
    // A dollar is worth some four riyals and seven yuan: what is further away than this is a slip of the hand.
    private const int MostForADollar = 20;

    // A million credits cost up to a dollar at the provider, and nobody sells them at a hundred times that.
    private const long CreditsPerCent = 10_000;
    private const int MostOverCost = 100;

    /// <summary>The first thing that is wrong with it, and in which currency; null when it can be sold.</summary>
    public (PriceFault Fault, Currency Currency)? FaultFor(long credits) => FaultOf(Prices, credits);

    /// <summary>The same of anything else that is sold for its credits.</summary>
    public static (PriceFault Fault, Currency Currency)? FaultOf(IReadOnlyList<Money> prices, long credits)
    {
        foreach (var currency in PackageCatalogue.Currencies)
        {
            if (prices.FirstOrDefault(p => p.Currency == currency) is not { Minor: > 0 }) return (PriceFault.Missing, currency);
        }

        var dollars = prices.First(p => p.Currency == Currency.Usd).Minor;
        if ((Int128)dollars * CreditsPerCent < credits) return (PriceFault.BelowCost, Currency.Usd);
        if ((Int128)dollars * CreditsPerCent > (Int128)credits * MostOverCost) return (PriceFault.Absurd, Currency.Usd);
        return prices.FirstOrDefault(p => p.Minor < dollars || p.Minor > (Int128)dollars * MostForADollar) is { Minor: > 0 } odd ? (PriceFault.Absurd, odd.Currency) : null;
    }
}

public enum PriceFault
{
    Missing,

    /// <summary>Less than the credits may cost us.</summary>
    BelowCost,

    /// <summary>So far from every other price that it must be a slip.</summary>
    Absurd,
}
