namespace SaaSChat.Domain.Usage;

/// <summary>So many calls in each stretch of time, of which a share is read without keeping each call's own time.</summary>
public sealed record Latency(IReadOnlyList<long> Counts)
{
    // In milliseconds, each counted in; whatever is longer than the last has a place of its own.
    private static readonly int[] Bounds = [100, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 8_000, 13_000, 20_000, 30_000, 60_000, 120_000];

    public static int Places { get; } = Bounds.Length + 1;

    public static TimeSpan Longest { get; } = TimeSpan.FromMilliseconds(Bounds[^1]);

    public long Calls => Counts.Sum();

    public static int PlaceOf(TimeSpan took)
    {
        var place = Array.FindIndex(Bounds, bound => took.TotalMilliseconds <= bound);
        return place < 0 ? Bounds.Length : place;
    }

    /// <summary>Not more than so long took this share of the calls; null where there were none, or where it was longer than anything that is told apart.</summary>
    public TimeSpan? At(decimal share)
    {
        var (wanted, seen) = ((long)Math.Ceiling(Calls * share), 0L);
        if (wanted == 0) return null;

        for (var place = 0; place < Bounds.Length; place++)
        {
            seen += Counts[place];
            if (seen >= wanted) return TimeSpan.FromMilliseconds(Bounds[place]);
        }

        return null;
    }

    public Latency With(Latency other) => new([.. Counts.Zip(other.Counts, (a, b) => a + b)]);
}
