using System.Diagnostics;
using System.Runtime.InteropServices;
using SaaSChat.Bench.Load;

namespace SaaSChat.Bench.Ledger;

/// <summary>B1 and B2: transactions a second through the site's code, by those of SQL written by hand, each on a database of its own on the same disk.</summary>
internal static class LedgerBenchmark
{
    private const int Pairs = 9;
    private const int Workers = 8;
    private const int WarmUp = 5_000;

    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> ChargesAsync()
    {
        using var books = await Wallets.FillAsync(accounts: 200);
        using var control = await Wallets.FillAsync(accounts: 200);
        using var queue = new SemaphoreSlim(1, 1);
        var sql = Enumerable.Range(0, Workers).Select(_ => new HandWritten(control.Connection, queue)).ToList();
        return await RunAsync("B1 charges on 200 accounts / the same rows by hand-written SQL", 0.80, books,
            new Side([.. sql.Select(_ => new OurCharges(books))], books.Accounts), new Side([.. sql.Select(s => new SqlCharges(s))], control.Accounts));
    }

    public static async Task<int> HotAccountAsync()
    {
        using var books = await Wallets.FillAsync(accounts: 1);
        using var control = await Wallets.FillAsync(accounts: 1);
        using var queue = new SemaphoreSlim(1, 1);
        var sql = Enumerable.Range(0, Workers).Select(_ => new HandWritten(control.Connection, queue)).ToList();
        SqlDebits.Prepare(sql[0], control.Accounts[0]);
        return await RunAsync("B2 debits of one hot account / one conditional UPDATE and one INSERT", 0.75, books,
            new Side([.. sql.Select(_ => new OurDebits(books))], books.Accounts), new Side([.. sql.Select(s => new SqlDebits(s))], control.Accounts));
    }

    internal static async Task<int> RunAsync(string name, double target, Wallets books, Side ours, Side theirs)
    {
        // Until the code is compiled at its best, which takes as long as the machine lets it.
        for (var (warm, began) = (0.0, Stopwatch.StartNew()); warm < WarmUp && began.Elapsed < Patience; await theirs.MeasureAsync(Stretch))
            warm += (await ours.MeasureAsync(Stretch)).Rate * Stretch.TotalSeconds;

        var (machine, pairs) = (new Machine(), new List<(Speed Ours, Speed Theirs)>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            // Who goes first changes, so that neither always has the warmer machine.
            var first = await (pair % 2 == 0 ? ours : theirs).MeasureAsync(Stretch);
            var second = await (pair % 2 == 0 ? theirs : ours).MeasureAsync(Stretch);
            pairs.Add(pair % 2 == 0 ? (first, second) : (second, first));
        }

        var (others, whole, ratio) = (machine.Others, await books.AreWholeAsync(), Ratio.Of(pairs.Select(p => p.Ours.Rate / p.Theirs.Rate)));
        Console.WriteLine($"{name}, {Pairs} interleaved pairs of {Stretch.TotalSeconds} s, {Workers} workers");
        Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} cores, others used {others} of them");
        Console.WriteLine($"ours     {Speed.MedianOf(pairs.Select(p => p.Ours))}");
        Console.WriteLine($"control  {Speed.MedianOf(pairs.Select(p => p.Theirs))}");
        Console.WriteLine(FormattableString.Invariant($"ratio    {ratio}, target >= {target:0.00}: {(ratio.Median >= target ? "reached" : "MISSED")}"));
        Console.WriteLine(whole ? "audit    the ledger is whole" : "audit    VOID: the ledger does not agree");
        return whole && ratio.Median >= target ? 0 : 1;
    }

    internal sealed record Side(IReadOnlyList<ICharges> Workers, IReadOnlyList<Guid> Accounts)
    {
        public async Task<Speed> MeasureAsync(TimeSpan stretch)
        {
            var (began, cpu, done) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0L);
            await Task.WhenAll(Workers.Select((charges, worker) => Task.Run(async () =>
            {
                for (var turn = worker; began.Elapsed < stretch; turn += Workers.Count)
                    Interlocked.Add(ref done, await charges.ChargeAsync(Accounts[turn % Accounts.Count]));
            })));
            return new(done / began.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu) / done);
        }
    }

    /// <summary>Transactions a second, and how long the machine works for each: that tells more where others use it too.</summary>
    internal sealed record Speed(double Rate, TimeSpan Cpu)
    {
        public static Speed MedianOf(IEnumerable<Speed> measured)
        {
            var all = measured.ToList();
            return new(Ratio.MedianOf([.. all.Select(s => s.Rate).Order()]), TimeSpan.FromMicroseconds(Ratio.MedianOf([.. all.Select(s => s.Cpu.TotalMicroseconds).Order()])));
        }

        public override string ToString() => FormattableString.Invariant($"{Rate:0} transactions/s, {Cpu.TotalMilliseconds:0.000} ms of CPU each");
    }
}
