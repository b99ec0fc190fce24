using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Credits;

/// <summary>What a credit is worth: a million of them pay for one dollar of a provider's list price, before the margin.</summary>
public static class CreditPrice
{
    public const long CreditsPerDollar = 1_000_000;
    public const decimal DefaultMargin = 0.20m;

    public static long OfMillionTokens(decimal usdPerMillion, decimal margin = DefaultMargin) =>
        (long)decimal.Ceiling(usdPerMillion * CreditsPerDollar * (1m + margin));

    /// <summary>The exact sum of both kinds, rounded up once.</summary>
    public static long OfAnswer(ModelRates rates, long input, long output, decimal margin = DefaultMargin) =>
        (long)decimal.Ceiling(((rates.Input * input) + (rates.Output * output)) * (1m + margin));
}
