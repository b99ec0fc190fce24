namespace SaaSChat.Domain.Billing;

/// <summary>A currency that prices may be in, and how many decimals its minor unit has.</summary>
public sealed record Currency
{
    public static readonly Currency Usd = new("USD", 2);
    public static readonly Currency Cny = new("CNY", 2);
    public static readonly Currency Sar = new("SAR", 2);
    public static readonly Currency Jpy = new("JPY", 0);
    public static readonly Currency Kwd = new("KWD", 3);

    private static readonly Currency[] Known = [Usd, Cny, Sar, Jpy, Kwd];

    private Currency(string code, int exponent) => (Code, Exponent) = (code, exponent);

    public string Code { get; }
    public int Exponent { get; }

    public static Currency? Find(string code) =>
        Array.Find(Known, c => string.Equals(c.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>What an account is priced in until its owner chooses otherwise.</summary>
    public static Currency ForLanguage(string language) => language switch
    {
        "ar" => Sar,
        "zh" => Cny,
        _ => Usd,
    };
}
