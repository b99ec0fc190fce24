using System.Diagnostics;
using System.Globalization;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>This assembly run as a program: a process of its own that writes to one account until it is done, or killed.</summary>
internal static class LoadProcess
{
    public static async Task<int> Main(string[] args)
    {
        var (what, connection, account, name) = (args[0], args[1], Guid.Parse(args[2]), args[3]);
        var (writers, times, seed) = (Number(args[4]), Number(args[5]), Number(args[6]));
        var steps = new Steps();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            await using var db = LedgerAt.Open(connection, steps.Interceptors);
            var ledger = LedgerAt.Over(db, TimeProvider.System);
            if (what == "debits") await DebitAsync(ledger, account, times, $"{name}:{writer}");
            else await LiveAsync(ledger, new RandomLife(account, seed + writer, $"{name}:{writer}"), times);
        })));
        Console.WriteLine($"begun {steps.Begun} committed {steps.Committed}");
        return 0;
    }

    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LoadProcess).Assembly.Location, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        return Process.Start(start)!;
    }

    private static async Task DebitAsync(CreditLedger ledger, Guid account, int times, string name)
    {
        for (var i = 0; i < times; i++)
        {
            var order = new HoldOrder($"{name}:{i}", 10, name);
            var hold = await ledger.ChangeAsync(account, credits => credits.HoldAsync(order, default), default);
            await ledger.ChangeAsync(account, credits => credits.SettleAsync(hold.Hold!.Id, 7, default), default);
        }
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
