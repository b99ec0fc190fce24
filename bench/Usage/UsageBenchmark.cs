using System.Runtime.InteropServices;
using SaaSChat.Bench.Load;

namespace SaaSChat.Bench.Usage;

/// <summary>B8: the usage page of somebody with very many calls, by the page of somebody with a thousand. All of a database's calls are that one person's: the worst case.</summary>
internal static class UsageBenchmark
{
    private const long Few = 1_000;
    private const int Pairs = 300;
    private const double MedianTarget = 1.3;
    private const double TailTarget = 2.0;

    public static async Task<int> RunAsync(long many)
    {
        using var small = await Site.ServeAsync((folder, command) => UsageRows.FillAsync(folder, command, Few));
        using var large = await Site.ServeAsync((folder, command) => UsageRows.FillAsync(folder, command, many));
        using var few = await Reader.SignInAsync(small.Server.Address);
        using var lots = await Reader.SignInAsync(large.Server.Address);

        // Until the code is compiled at its best and what is read lies in memory.
        for (var warm = 0; warm < 400; warm++) await Task.WhenAll(few.TimeAsync(), lots.TimeAsync());

        var machine = new Machine(small.Server, large.Server);
        var pairs = new List<(double Few, double Lots)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Who goes first changes, so that neither always has the warmer machine.
            var first = await (pair % 2 == 0 ? few : lots).TimeAsync();
            var second = await (pair % 2 == 0 ? lots : few).TimeAsync();
            pairs.Add(pair % 2 == 0 ? (first, second) : (second, first));
        }

        return Tell(many, pairs, machine.Others);
    }

    private static int Tell(long many, List<(double Few, double Lots)> pairs, string others)
    {
        var (few, lots) = (pairs.Select(p => p.Few).Order().ToArray(), pairs.Select(p => p.Lots).Order().ToArray());
        var (median, tail) = (Ratio.MedianOf(lots) / Ratio.MedianOf(few), TailOf(lots) / TailOf(few));
        Console.WriteLine(FormattableString.Invariant($"B8 usage page at {many} / {Few} calls of one person, {Pairs} interleaved pairs of requests"));
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores shared with the reader, others used {others} of them");
        Console.WriteLine(FormattableString.Invariant($"{Few,12} calls  p50 {Ratio.MedianOf(few):0.0} ms, p99 {TailOf(few):0.0} ms"));
        Console.WriteLine(FormattableString.Invariant($"{many,12} calls  p50 {Ratio.MedianOf(lots):0.0} ms, p99 {TailOf(lots):0.0} ms"));
        Console.WriteLine(FormattableString.Invariant($"p50 {median:0.00}, target <= {MedianTarget:0.0}: {(median <= MedianTarget ? "reached" : "MISSED")}"));
        Console.WriteLine(FormattableString.Invariant($"p99 {tail:0.00}, target <= {TailTarget:0.0}: {(tail <= TailTarget ? "reached" : "MISSED")}"));
        return median <= MedianTarget && tail <= TailTarget ? 0 : 1;
    }

    private static double TailOf(double[] sorted) => sorted[(int)(sorted.Length * 0.99)];
}
