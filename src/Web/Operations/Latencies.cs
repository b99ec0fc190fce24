namespace SaaSChat.Web.Operations;

/// <summary>How long things took, in steps that grow by a half: enough to tell a percentile by a few counters.</summary>
internal static class Latencies
{
    public const int Steps = 32;

    private const double Growth = 1.5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(0.25);

    public static int StepOf(TimeSpan took) => took <= First ? 0 : Math.Min(Steps - 1, (int)Math.Ceiling(Math.Log(took / First, Growth)));

    /// <summary>The upper end of the step in which it lies; null where nothing was counted.</summary>
    public static TimeSpan? PercentileOf(IReadOnlyCollection<int[]> counted, double share)
    {
        var sums = Enumerable.Range(0, Steps).Select(step => counted.Sum(c => (long)c[step])).ToList();
        var (wanted, seen) = ((long)Math.Ceiling(sums.Sum() * share), 0L);
        if (wanted == 0) return null;

        var step = sums.FindIndex(count => (seen += count) >= wanted);
        return First * Math.Pow(Growth, step);
    }
}
