using System.Runtime.InteropServices;
using SaaSChat.Bench.Load;

namespace SaaSChat.Bench;

/// <summary>B7: requests of the landing page a second, by those of an empty Razor page.</summary>
internal static class PagesBenchmark
{
    private const int Pairs = 9;
    private const int Visitors = 16;
    private const long AtMost = 200_000;
    private const double Target = 0.60;

    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        using var site = await Site.ServeAsync();
        using var control = await Child.ServeAsync(AppContext.BaseDirectory, ["SaaSChat.Bench.dll", "control"]);
        Task<Round> Ours() => Round.RunAsync(site.Server, "/en", Visitors, Stretch, AtMost);
        Task<Round> Theirs() => Round.RunAsync(control, "/empty", Visitors, Stretch, AtMost);

        // Until the code is compiled at its best.
        for (var warm = 0; warm < 3; warm++) await Task.WhenAll(Ours(), Theirs());

        var machine = new Machine(site.Server, control);
        var pairs = new List<(Round Ours, Round Theirs)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Who goes first changes, so that neither always has the warmer machine.
            if (pair % 2 == 0)
            {
                var ours = await Ours();
                pairs.Add((ours, await Theirs()));
            }
            else
            {
                var theirs = await Theirs();
                pairs.Add((await Ours(), theirs));
            }
        }

        return Tell(pairs, machine.Others);
    }

    private static int Tell(List<(Round Ours, Round Theirs)> pairs, string others)
    {
        var ratio = Ratio.Of(pairs.Select(p => p.Ours.PerSecond / p.Theirs.PerSecond));
        Console.WriteLine($"B7 landing page / empty Razor page, {pairs.Count} interleaved pairs of {Stretch.TotalSeconds} s, {Visitors} visitors");
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores shared with the load generator, others used {others} of them");
        Tell("landing /en  ", [.. pairs.Select(p => p.Ours)]);
        Tell("empty page   ", [.. pairs.Select(p => p.Theirs)]);
        Console.WriteLine($"requests/s   {ratio}, target >= {Target:0.00}: {(ratio.Median >= Target ? "reached" : "MISSED")}");
        Console.WriteLine($"CPU/request  {Ratio.Of(pairs.Select(p => p.Ours.CpuMilliseconds / p.Theirs.CpuMilliseconds))} of the control's");
        return ratio.Median >= Target ? 0 : 1;
    }

    private static void Tell(string name, Round[] rounds) => Console.WriteLine(FormattableString.Invariant(
        $"{name}{Ratio.MedianOf([.. rounds.Select(r => r.PerSecond).Order()]):0} requests/s, {Ratio.MedianOf([.. rounds.Select(r => r.CpuMilliseconds).Order()]):0.000} ms CPU of the server each, {rounds[0].Bytes} bytes"));
}
