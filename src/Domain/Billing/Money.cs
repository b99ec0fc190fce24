namespace SaaSChat.Domain.Billing;

/// <summary>A payment's amount: whole minor units of one currency, so 12.50 USD is 1250 and 12 JPY is 12.</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    /// <summary>More than anybody pays at once; sums and products of such amounts stay far within a long.</summary>
    public const long Most = 1_000_000_000_000;

    public decimal Major => Minor / Scale(Currency);

    /// <summary>Null for fractions that the currency does not have, and for more than anybody pays.</summary>
    public static Money? Of(decimal major, Currency currency)
    {
        if (Math.Abs(major) > Most) return null;
        var minor = major * Scale(currency);
        return minor == Math.Floor(minor) && Math.Abs(minor) <= Most ? new Money((long)minor, currency) : null;
    }

    private static decimal Scale(Currency currency)
    {
        var scale = 1m;
        for (var i = 0; i < currency.Exponent; i++) scale *= 10m;
        return scale;
    }
}
