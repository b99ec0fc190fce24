using System.IO.Compression;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SaaSChat.Bench.Chats;

/// <summary>B11: what the chat page weighs, and how long a phone on a slow network waits for the largest thing in sight, with a full side bar and a conversation in which code was written.</summary>
internal static partial class ChatPageBenchmark
{
    private const int Runs = 7;
    private const int MostBytes = 60 * 1024;
    private const double MostMilliseconds = 1_000;
    private const string Lcp = """
        new Promise(done => { let last = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) last = e.startTime; }).observe({ type: "largest-contentful-paint", buffered: true }); setTimeout(() => done(last), 300); })
        """;

    public static async Task<int> RunAsync()
    {
        using var site = await ChatSite.ServeAsync(people: 1);
        var sara = site.People[0];
        for (var i = 0; i < 40; i++)
        {
            using var tab = sara.Another();
            await tab.BeginAsync();
            sara.Open(tab);
        }

        for (var i = 0; i < 5; i++) await sara.TurnAsync(Upstream.Order(60, 0));
        var (bytes, parts) = await WeighAsync(sara);
        var machine = site.Watch();
        var times = await PaintAsync(site.Site.Server.Address, sara);

        var median = Report.Median(times);
        Report.Head("B11 the chat page: HTML, CSS and JS, compressed with Brotli 5, without fonts; LCP on a phone (390 px, 150 ms, 1.6 Mbps, CPU/4), cold cache", machine.Others);
        foreach (var (name, size) in parts) Report.Line($"         {size,7} {name}");
        Report.Line($"LCP      median {median:0} ms of {Runs} ({times.Min():0} to {times.Max():0}), target < {MostMilliseconds:0} ms");
        return Report.End(FormattableString.Invariant($"weight   {bytes / 1024.0:0.0} KB, target <= {MostBytes / 1024} KB"), bytes <= MostBytes && median < MostMilliseconds, isWhole: true);
    }

    private static async Task<(int Bytes, IReadOnlyList<(string Name, int Bytes)> Parts)> WeighAsync(Chatter sara)
    {
        var html = await sara.PageAsync(sara.Chat);
        var parts = new List<(string, int)> { ("the page", Compressed(html)) };
        foreach (var file in Files().Matches(html).Select(m => m.Groups["path"].Value).Distinct(StringComparer.Ordinal)) parts.Add((file, Compressed(await sara.PageAsync(file))));
        return (parts.Sum(p => p.Item2), parts);
    }

    private static int Compressed(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        var into = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, into, out var size, quality: 5, window: 22) ? size : throw new InvalidOperationException("There was no room for what was compressed.");
    }

    private static async Task<IReadOnlyList<double>> PaintAsync(Uri address, Chatter sara)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            await using var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 390, Height = 844 }, ExtraHTTPHeaders = [KeyValuePair.Create("Cookie", sara.Cookies)] });
            var page = await context.NewPageAsync();
            var devtools = await context.NewCDPSessionAsync(page);
            await devtools.SendAsync("Network.enable");
            await devtools.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 200_000, ["uploadThroughput"] = 93_750 });
            await devtools.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
            await page.GotoAsync(new Uri(address, sara.Chat).ToString(), new() { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
            times.Add(await page.EvaluateAsync<double>(Lcp));
        }

        return times;
    }

    [GeneratedRegex("""<(link rel="stylesheet" href|script src)="(?<path>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Files();
}
