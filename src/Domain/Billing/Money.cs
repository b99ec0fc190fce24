using System.Globalization;

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

    /// <summary>As the whole world reads it: "1,200.50 USD".</summary>
    public string ToWords() => $"{Major.ToString($"N{Currency.Exponent}", CultureInfo.InvariantCulture)} {Currency.Code}";

    /// <summary>Null for what <see cref="ToWords"/> would not have said.</summary>
    public static Money? Read(string words)
    {
        var read = words.Split(' ') is [var number, var code] && Currency.Find(code) is { } currency && decimal.TryParse(number, CultureInfo.InvariantCulture, out var major)
            ? Of(major, currency) : null;
        return read?.ToWords() == words ? read : null;
    }

    private static decimal Scale(Currency currency)
    {
        var scale = 1m;
        for (var i = 0; i < currency.Exponent; i++) scale *= 10m;
        return scale;
    }
}
