using System.Diagnostics;

namespace SaaSChat.Bench.Load;

/// <summary>What one server did in one stretch of time.</summary>
internal sealed record Round(long Requests, double Seconds, double CpuSeconds, int Bytes)
{
    public double PerSecond => Requests / Seconds;
    public double CpuMilliseconds => CpuSeconds * 1000 / Requests;

    /// <summary>So many visitors at once, for so long; bounded in number too, so that a mistake cannot flood the machine.</summary>
    public static async Task<Round> RunAsync(Child server, string page, int visitors, TimeSpan time, long atMost)
    {
        using var end = new CancellationTokenSource();
        var people = await Task.WhenAll(Enumerable.Range(0, visitors).Select(_ => Visitor.ConnectAsync(new Uri(server.Address, page), end.Token)));
        var bytes = await people[0].AskAsync(end.Token);

        var (began, cpu, asked) = (Stopwatch.StartNew(), server.Cpu, 0L);
        await Task.WhenAll(people.Select(person => Task.Run(async () =>
        {
            while (began.Elapsed < time && Interlocked.Increment(ref asked) <= atMost) await person.AskAsync(end.Token);
        })));

        var round = new Round(Math.Min(asked, atMost), began.Elapsed.TotalSeconds, (server.Cpu - cpu).TotalSeconds, bytes);
        foreach (var person in people) person.Dispose();
        return round;
    }
}
