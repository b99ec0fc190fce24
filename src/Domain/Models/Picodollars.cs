namespace SaaSChat.Domain.Models;

/// <summary>Costs are kept in 10^-12 dollars: list prices go down to $0.003625 per million tokens.</summary>
public static class Picodollars
{
    public const long PerDollar = 1_000_000_000_000;

    /// <summary>What one of them costs where so many are listed at that price; null when that is no whole number of picodollars, or too many.</summary>
    public static long? OfOne(decimal dollars, long listedPer)
    {
        var each = PerDollar / listedPer;
        if (Math.Abs(dollars) > long.MaxValue / each) return null;

        // Asked before multiplying: a decimal that is finer than its product can hold would be rounded there.
        return decimal.Round(dollars, DecimalsOf(each)) == dollars ? (long)(dollars * each) : null;
    }

    public static decimal ToDollars(long picodollars, long listedPer = 1) => (decimal)picodollars * listedPer / PerDollar;

    private static int DecimalsOf(long each) => each == PerDollar ? 12 : 6;
}
