using System.Globalization;
using System.Runtime.InteropServices;
using SaaSChat.Bench.Load;
using SaaSChat.Bench.Usage;

namespace SaaSChat.Bench.Admin;

/// <summary>The overview and the list of users on a large site, by those of a small one: what they show is read from sums, so the size must hardly matter.</summary>
internal static class AdminBenchmark
{
    private const long FewPeople = 100;
    private const long FewCalls = 1_000;
    private const int Pairs = 200;
    private const double Target = 1.5;

    // A program has no phone to show a code.
    private static readonly (string, string) ByPassword = ("Accounts__AdminSecondFactor", "false");

    private static readonly string[] Pages = ["/admin", "/admin?range=90d", "/admin/users", "/admin/users?q=person1", "/admin/users?status=active&plan=free"];

    public static async Task<int> RunAsync(string[] sizes)
    {
        var (people, calls) = sizes is [var many, var rows, ..] ? (Read(many), Read(rows)) : (100_000L, 10_000_000L);
        using var small = await Site.ServeAsync((folder, command) => AdminRows.FillAsync(folder, command, FewPeople, FewCalls), ByPassword);
        using var large = await Site.ServeAsync((folder, command) => AdminRows.FillAsync(folder, command, people, calls), ByPassword);
        using var few = await Reader.SignInAsync(small.Server.Address);
        using var lots = await Reader.SignInAsync(large.Server.Address);
        Console.WriteLine(FormattableString.Invariant($"administration with {people} people and {calls} calls / {FewPeople} and {FewCalls}, {Pairs} interleaved pairs of requests each"));
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores shared with the reader");

        var isReached = true;
        foreach (var page in Pages) isReached &= await MeasureAsync(page, few, lots, new Machine(small.Server, large.Server));
        return isReached ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string page, Reader few, Reader lots, Machine machine)
    {
        // Until the code is compiled at its best and what is read lies in memory.
        for (var warm = 0; warm < Pairs; warm++) await Task.WhenAll(few.TimeAsync(page), lots.TimeAsync(page));

        var (small, large) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Who goes first changes, so that neither always has the warmer machine.
            if (pair % 2 == 0) small.Add(await few.TimeAsync(page));
            large.Add(await lots.TimeAsync(page));
            if (pair % 2 == 1) small.Add(await few.TimeAsync(page));
        }

        var (one, other) = (Ratio.MedianOf([.. small.Order()]), Ratio.MedianOf([.. large.Order()]));
        Console.WriteLine(FormattableString.Invariant(
            $"{page,-40} p50 {one:0.0} ms and {other:0.0} ms: {other / one:0.00}, target <= {Target:0.0}: {(other / one <= Target ? "reached" : "MISSED")}; others used {machine.Others}"));
        return other / one <= Target;
    }

    private static long Read(string typed) => long.Parse(typed, CultureInfo.InvariantCulture);
}
