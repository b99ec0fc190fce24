using System.Globalization;
using System.Numerics;
using SaaSChat.Domain.Models;
using Xunit.Abstractions;

namespace SaaSChat.Domain.Tests.Models;

/// <summary>Charges against sums that share nothing with them. SAASCHAT_TEST_CHARGES sets how many; SAASCHAT_TEST_SEED repeats a run.</summary>
public sealed class ArithmeticTests(ITestOutputHelper output)
{
    private const long FewInEveryRun = 20_000;

    private static readonly BigInteger CreditOfShares = BigInteger.Pow(10, 12) * 60_000;

    [Fact]
    public void Random_charges_are_exact_or_refused()
    {
        var (count, seed) = (Number("SAASCHAT_TEST_CHARGES") ?? FewInEveryRun, (int)(Number("SAASCHAT_TEST_SEED") ?? Environment.TickCount));
        output.WriteLine($"{count} charges, seed {seed}");
        var random = new Random(seed);
        var refused = 0L;

        for (var i = 0L; i < count; i++)
        {
            if (!Check(random)) refused++;
        }

        output.WriteLine($"{refused} refused");
        Assert.InRange(refused, 1, count - 1);
    }

    private static bool Check(Random random)
    {
        var kinds = random.GetItems(Enum.GetValues<UsageKind>(), random.Next(1, 6)).Distinct().ToList();
        var rates = kinds.ToDictionary(k => k, _ => Magnitude(random, long.MaxValue));
        var used = kinds.Select(k => (Kind: k, Count: Magnitude(random, Quantities.Most / 6))).ToList();
        var margin = Margin.OfMillionths((int)Magnitude(random, Margin.Most));

        var shares = used.Aggregate(BigInteger.Zero, (sum, u) => sum + ((BigInteger)u.Count * rates[u.Kind] * 60_000 / PerRate(u.Kind)));
        var fits = shares <= (BigInteger)long.MaxValue * 60_000;
        Assert.Equal(fits, Charge.TryOf(Quantities.Of(used), new RateCard(rates), margin, out var charge, out var refusal));
        if (!fits)
        {
            Assert.Equal(PriceFault.TooLarge, refusal!.Fault);
            return false;
        }

        var (credits, rest) = (BigInteger)charge!.Credits is var c ? (c, (c * CreditOfShares) - (shares * (1_000_000 + margin.Millionths))) : default;
        Assert.True(rest >= 0 && rest < CreditOfShares, $"{credits} credits for {shares} shares");
        Assert.Equal(Ceiling(shares, 60_000), charge.Cost);
        return true;
    }

    // Small numbers as often as large ones, and zero sometimes.
    private static long Magnitude(Random random, long most) => random.Next(20) == 0 ? 0 : (long)Math.Min(most, Math.Pow(2, random.NextDouble() * 45)) - 1;

    private static long PerRate(UsageKind kind) => kind.ToString() switch
    {
        var name when name.EndsWith("Minute", StringComparison.Ordinal) => 60_000,
        var name when name.EndsWith("Second", StringComparison.Ordinal) => 1_000,
        _ => 1,
    };

    private static long Ceiling(BigInteger value, long divisor) => (long)((value / divisor) + (value % divisor > 0 ? 1 : 0));

    private static long? Number(string variable) =>
        long.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
