using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SaaSChat.Bench.Chats;

/// <summary>So many turns, by so many people at once.</summary>
internal sealed record Work(int Turns, double Seconds, double CpuSeconds)
{
    public double PerSecond => Turns / Seconds;
    public double CpuMilliseconds => CpuSeconds * 1000 / Turns;

    public static async Task<Work> MeasureAsync(Child server, int workers, int turns, Func<int, Task> turn)
    {
        var (began, cpu, left) = (Stopwatch.StartNew(), server.Cpu, turns);
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0) await turn(worker);
        })));
        return new(turns, began.Elapsed.TotalSeconds, (server.Cpu - cpu).TotalSeconds);
    }

    /// <summary>Until what runs often is compiled for good, which takes a fresh server half a minute of its work.</summary>
    public static async Task WarmUpAsync(Func<Task> turns)
    {
        for (var began = Stopwatch.StartNew(); began.Elapsed < TimeSpan.FromSeconds(60);) await turns();
    }

    public static async Task<IReadOnlyList<(Work Ours, Work Theirs)>> PairsAsync(Func<Task<Work>> ours, Func<Task<Work>> theirs, int count = 7)
    {
        var pairs = new List<(Work, Work)>();
        for (var pair = 0; pair < count; pair++)
        {
            // Who goes first changes, so that neither always has the warmer machine.
            var first = await (pair % 2 == 0 ? ours : theirs)();
            var second = await (pair % 2 == 0 ? theirs : ours)();
            pairs.Add(pair % 2 == 0 ? (first, second) : (second, first));
        }

        return pairs;
    }
}

/// <summary>What a benchmark says at its end.</summary>
internal static class Report
{
    public static double Median(IEnumerable<double> values) => Ratio.MedianOf([.. values.Order()]);

    public static void Head(string name, string others)
    {
        Console.WriteLine(name);
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores shared with the load generator and the provider, others used {others} of them");
    }

    public static void Line(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    public static int End(string result, bool isReached, bool isWhole)
    {
        Console.WriteLine($"{result}: {(isReached ? "reached" : "MISSED")}");
        return isReached && isWhole ? 0 : 1;
    }
}
