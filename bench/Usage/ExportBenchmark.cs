using System.Diagnostics;
using System.Runtime.InteropServices;
using SaaSChat.Bench.Load;

namespace SaaSChat.Bench.Usage;

/// <summary>Everything that somebody ever used as one file: by how much the server grows while it is written, beside a file of ten thousand calls.</summary>
internal static class ExportBenchmark
{
    private const long Few = 10_000;
    private const double MostMegabytes = 64;

    public static async Task<int> RunAsync(long many)
    {
        var growths = new List<double>();
        foreach (var calls in new[] { Few, many })
        {
            using var site = await Site.ServeAsync((folder, command) => UsageRows.FillAsync(folder, command, calls));
            using var reader = await Reader.SignInAsync(site.Server.Address);

            // What the first file makes once, such as compiled code and buffers, is not the length's.
            for (var warm = 0; warm < 3; warm++) await reader.ExportAsync("csv&to=2000-01-01");
            var machine = new Machine(site.Server);
            var (began, before) = (Stopwatch.StartNew(), site.Server.Memory);
            var export = reader.ExportAsync("csv");
            var most = before;
            while (!export.IsCompleted)
            {
                most = Math.Max(most, site.Server.Memory);
                await Task.WhenAny(export, Task.Delay(100));
            }

            growths.Add((most - before) / 1024.0 / 1024);
            Console.WriteLine(FormattableString.Invariant($"{calls,10} calls  {await export / 1024.0 / 1024:0.0} MB in {began.Elapsed.TotalSeconds:0.0} s; resident {before / 1024 / 1024} MB before, {most / 1024 / 1024} MB at most; others used {machine.Others}"));
        }

        var isConstant = growths[1] - growths[0] <= MostMegabytes;
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores");
        Console.WriteLine(FormattableString.Invariant($"grown by {growths[1]:0.0} MB for {many} calls, by {growths[0]:0.0} MB for {Few}; target: not more than {MostMegabytes:0} MB apart: {(isConstant ? "reached" : "MISSED")}"));
        return isConstant ? 0 : 1;
    }
}
