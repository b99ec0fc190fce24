namespace SaaSChat.Domain.Billing;

/// <summary>A code that takes a share or a sum off the price of packages.</summary>
public sealed class PromoCode : IVersioned
{
    public const int CodeLength = 40;

    private PromoCode()
    {
    }

    /// <summary>As it is compared: in capitals.</summary>
    public string Code { get; private set; } = "";

    public int? PercentOff { get; private set; }

    /// <summary>Instead of a share: so much, in one currency only.</summary>
    public long? OffMinor { get; private set; }

    public Currency? Currency { get; private set; }

    /// <summary>Their keys; none is all.</summary>
    public IReadOnlyList<string> Packages { get; private set; } = [];

    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }
    public int? MostUses { get; private set; }
    public int? MostPerAccount { get; private set; }

    /// <summary>Orders that have it and did not come to nothing, counted in the transaction that places them.</summary>
    public int Uses { get; private set; }

    public byte[] RowVersion { get; private set; } = [];

    public static PromoCode OfPercent(string code, int percent, PromoTerms terms) =>
        percent is >= 1 and <= 100 ? Of(code, terms, p => p.PercentOff = percent) : throw new ArgumentOutOfRangeException(nameof(percent), percent, "A share is from 1 to 100 per cent.");

    public static PromoCode OfSum(string code, Money off, PromoTerms terms) =>
        off.Minor > 0 ? Of(code, terms, p => (p.OffMinor, p.Currency) = (off.Minor, off.Currency)) : throw new ArgumentOutOfRangeException(nameof(off), off.Minor, "A sum is above zero.");

    /// <summary>As a code is compared, however it was typed; null for what can be none.</summary>
    public static string? Normalise(string? typed)
    {
        var code = typed?.Trim().ToUpperInvariant();
        return code is { Length: > 0 and <= CodeLength } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? code : null;
    }

    /// <summary>How much it takes off, never more than there is; null where it does not hold for this package now. A share is rounded down, as a badge is.</summary>
    public Money? OffOf(PackageOffer package, Money price, DateTime at)
    {
        if (at < From || Until <= at || (Packages.Count > 0 && !Packages.Contains(package.Key, StringComparer.Ordinal))) return null;
        if (PercentOff is { } percent) return price with { Minor = price.Minor * percent / 100 };
        return Currency == price.Currency ? price with { Minor = Math.Min(price.Minor, OffMinor ?? 0) } : null;
    }

    /// <summary>Holds for nothing from now on; orders that have it stay as they are. False when it is over already.</summary>
    public bool TryEnd(DateTime at)
    {
        if (Until <= at) return false;
        Until = at;
        return true;
    }

    private static PromoCode Of(string code, PromoTerms terms, Action<PromoCode> set)
    {
        var promo = new PromoCode
        {
            Code = Normalise(code) ?? throw new ArgumentException("A code is letters, digits and hyphens.", nameof(code)),
            Packages = terms.Packages, From = terms.From, Until = terms.Until, MostUses = terms.MostUses, MostPerAccount = terms.MostPerAccount,
        };
        set(promo);
        return promo;
    }
}

/// <summary>Where and how often a code holds.</summary>
public sealed record PromoTerms(DateTime From, DateTime? Until = null, int? MostUses = null, int? MostPerAccount = null)
{
    public IReadOnlyList<string> Packages { get; init; } = [];
}
