namespace SaaSChat.Bench;

/// <summary>Ours by the control's, pair by pair: what slows the machine down for a moment slows both.</summary>
internal sealed record Ratio(double Median, double Least, double Most)
{
    public static Ratio Of(IEnumerable<double> pairs)
    {
        var sorted = pairs.Order().ToArray();
        return new Ratio(MedianOf(sorted), sorted[0], sorted[^1]);
    }

    public static double MedianOf(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    public override string ToString() => FormattableString.Invariant($"{Median:0.00} ({Least:0.00} to {Most:0.00})");
}
