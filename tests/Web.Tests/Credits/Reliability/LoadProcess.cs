using System.Diagnostics;
using System.Globalization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Jobs;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>This assembly run as a program: a process of its own that writes to one account, or is a node of a cluster, until it is done or killed.</summary>
internal static class LoadProcess
{
    private static long _longest;

    public static async Task<int> Main(string[] args)
    {
        if (args[0] == ClusterNode.Name) return await ClusterNode.RunAsync(args[1], isDoomed: args.Length > 2);

        var (what, connection, account, name) = (args[0], args[1], Guid.Parse(args[2]), args[3]);
        var (writers, times, seed) = (Number(args[4]), Number(args[5]), Number(args[6]));
        var steps = new Steps();
        await WarmUpAsync(connection, account, name);
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            await using var db = LedgerAt.Open(connection, steps.Interceptors);
            var ledger = LedgerAt.Over(db, TimeProvider.System);
            if (what == "debits") await DebitAsync(ledger, account, times, $"{name}:{writer}");
            else await LiveAsync(ledger, new RandomLife(account, seed + writer, $"{name}:{writer}"), times);
        })));
        Console.WriteLine($"begun {steps.Begun} committed {steps.Committed} longest {_longest}");
        return 0;
    }

    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LoadProcess).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    // The first of everything takes seconds on a busy machine, and whoever stands in the queue behind it waits as long.
    private static async Task WarmUpAsync(string connection, Guid account, string name)
    {
        await using var db = LedgerAt.Open(connection);
        var ledger = LedgerAt.Over(db, TimeProvider.System);
        var hold = await ledger.ChangeAsync(account, credits => credits.HoldAsync(new HoldOrder($"{name}:warm", 10, name), default), default);
        await ledger.ChangeAsync(account, credits => credits.SettleAsync(hold.Hold!.Id, 0, default), default);
    }

    private static async Task DebitAsync(CreditLedger ledger, Guid account, int times, string name)
    {
        for (var i = 0; i < times; i++)
        {
            var order = new HoldOrder($"{name}:{i}", 10, name);
            var hold = await TimedAsync(() => ledger.ChangeAsync(account, credits => credits.HoldAsync(order, default), default));
            var settled = await TimedAsync(() => ledger.ChangeAsync(account, credits => credits.SettleAsync(hold.Hold!.Id, 7, default), default));
            if (settled != Resolution.Done) throw new InvalidOperationException($"The settle of {name}:{i} was answered with {settled}.");
        }
    }

    private static async Task<T> TimedAsync<T>(Func<Task<T>> change)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await change();
        var took = (long)Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        for (var known = _longest; took > known; known = Interlocked.Read(ref _longest)) Interlocked.CompareExchange(ref _longest, took, known);
        return result;
    }

    private static async Task LiveAsync(CreditLedger ledger, RandomLife life, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await life.LiveAsync(ledger);
            if (i == 0) Console.WriteLine("living");
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
