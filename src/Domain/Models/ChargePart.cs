using System.Numerics;

namespace SaaSChat.Domain.Models;

/// <summary>What one kind came to, with the rate that was used. The amount is in picodollars.</summary>
public sealed record ChargePart(UsageKind Kind, long Quantity, long Rate, long Amount)
{
    // A minute is the longest that one rate is for, and every other span divides it: in these shares of a picodollar all amounts are whole.
    internal const long Shares = 60_000;

    internal static BigInteger Share(UsageKind kind, long quantity, long rate) => (BigInteger)quantity * rate * (Shares / kind.CountedPerRate());

    internal static BigInteger RoundUp(BigInteger numerator, BigInteger denominator) => (numerator + denominator - 1) / denominator;
}
