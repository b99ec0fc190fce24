using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace SaaSChat.Domain.Models;

/// <summary>What a call costs: its exact parts, their sum in picodollars without the margin, and the credits with it, rounded up once.</summary>
public sealed record Charge(IReadOnlyList<ChargePart> Parts, long Cost, long Credits, Margin Margin)
{
    // A credit is a millionth of a dollar.
    private const long PicodollarsPerCredit = 1_000_000;

    public long Tokens => Parts.Where(p => p.Kind.IsToken()).Sum(p => p.Quantity);

    public static bool TryOf(
        Quantities used, RateCard rates, Margin margin, [NotNullWhen(true)] out Charge? charge, [NotNullWhen(false)] out PriceRefusal? refusal)
    {
        (charge, refusal) = (null, used.Counts.Keys.Select(kind => RefusalOf(kind, rates)).FirstOrDefault(r => r is not null));
        if (refusal is not null) return false;

        var exact = used.Counts.Aggregate(BigInteger.Zero, (sum, c) => sum + ChargePart.Share(c.Key, c.Value, rates[c.Key]!.Value));
        var cost = ChargePart.RoundUp(exact, ChargePart.Shares);
        if (cost > long.MaxValue)
        {
            refusal = new(PriceFault.TooLarge);
            return false;
        }

        var parts = used.Counts.Select(c => PartOf(c.Key, c.Value, rates[c.Key]!.Value)).ToList();
        var credits = ChargePart.RoundUp(exact * (Margin.Whole + margin.Millionths), (BigInteger)ChargePart.Shares * Margin.Whole * PicodollarsPerCredit);
        charge = new(parts, (long)cost, (long)credits, margin);
        return true;
    }

    /// <summary>The highest cost that so many credits pay for.</summary>
    public static BigInteger CostWithin(long credits, Margin margin) => (BigInteger)credits * PicodollarsPerCredit * Margin.Whole / (Margin.Whole + margin.Millionths);

    private static PriceRefusal? RefusalOf(UsageKind kind, RateCard rates) => rates[kind] switch
    {
        null => new(PriceFault.RateMissing, kind),
        < 0 => new(PriceFault.RateNegative, kind),
        _ => null,
    };

    private static ChargePart PartOf(UsageKind kind, long quantity, long rate) =>
        new(kind, quantity, rate, (long)ChargePart.RoundUp(ChargePart.Share(kind, quantity, rate), ChargePart.Shares));
}
