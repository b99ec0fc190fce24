using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Operations;

/// <summary>The requests of this node in the last minute, counted by the second. Streams last as long as their answers and are counted elsewhere.</summary>
public sealed class LivePerformance(TimeProvider clock)
{
    public const int Seconds = 60;

    private readonly Lock _lock = new();
    private readonly Second[] _ring = [.. Enumerable.Range(0, Seconds).Select(_ => new Second())];
    private int _running;

    public void Begin() => Interlocked.Increment(ref _running);

    public void End(TimeSpan? took, int status)
    {
        Interlocked.Decrement(ref _running);
        if (took is not { } span) return;

        var now = NowInSeconds();
        lock (_lock)
        {
            var second = _ring[now % Seconds];
            if (second.At != now) second.Begin(now);
            second.Count(span, failed: status >= StatusCodes.Status500InternalServerError);
        }
    }

    public RequestFigures Read()
    {
        // The second that runs is not over yet: it would always look like a dip.
        var until = NowInSeconds();
        lock (_lock)
        {
            var seconds = Enumerable.Range(1, Seconds - 1).Select(back => until - back).Reverse().Select(at => _ring[at % Seconds] is { } second && second.At == at ? second : null).ToList();
            var counted = seconds.OfType<Second>().ToList();
            return new RequestFigures(
                _running, [.. seconds.Select(s => s?.Requests ?? 0)], counted.Sum(s => s.Failed), Latencies.PercentileOf(counted.ConvertAll(s => s.Took), 0.50), Latencies.PercentileOf(counted.ConvertAll(s => s.Took), 0.95));
        }
    }

    private long NowInSeconds() => clock.UtcNow().Ticks / TimeSpan.TicksPerSecond;

    private sealed class Second
    {
        public long At { get; private set; } = -1;
        public int Requests { get; private set; }
        public int Failed { get; private set; }
        public int[] Took { get; } = new int[Latencies.Steps];

        public void Begin(long at)
        {
            (At, Requests, Failed) = (at, 0, 0);
            Array.Clear(Took);
        }

        public void Count(TimeSpan took, bool failed)
        {
            Requests++;
            if (failed) Failed++;
            Took[Latencies.StepOf(took)]++;
        }
    }
}

/// <param name="Running">Requests that are being answered, streams among them.</param>
/// <param name="BySecond">Answered, of the last minute, the oldest first.</param>
/// <param name="Failed">Of them, those that failed through our fault.</param>
/// <param name="Median">Half of them took no longer; null where there were none.</param>
/// <param name="Slow">Nineteen of twenty took no longer.</param>
public sealed record RequestFigures(int Running, IReadOnlyList<int> BySecond, int Failed, TimeSpan? Median, TimeSpan? Slow)
{
    public double PerSecond => (double)BySecond.Sum() / BySecond.Count;
}
