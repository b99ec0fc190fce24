using System.Diagnostics;
using System.Globalization;

namespace SaaSChat.Bench.Load;

/// <summary>How much of the machine somebody else was using meanwhile; known on Linux only.</summary>
internal sealed class Machine(params Child[] ours)
{
    private const double TicksPerSecond = 100;

    private readonly Stopwatch _time = Stopwatch.StartNew();
    private readonly double _began = OthersSeconds(ours);

    public string Others => OperatingSystem.IsLinux()
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, OthersSeconds(ours) - _began) / _time.Elapsed.TotalSeconds / Environment.ProcessorCount:P1}")
        : "unknown";

    private static double OthersSeconds(Child[] ours)
    {
        if (!OperatingSystem.IsLinux()) return 0;

        // user, nice, system, idle, iowait, irq, softirq, steal: all but the two idle ones.
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9]
            .Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        return (ticks.Sum() - ticks[3] - ticks[4]) / TicksPerSecond
            - Environment.CpuUsage.TotalTime.TotalSeconds - ours.Sum(child => child.Cpu.TotalSeconds);
    }
}
