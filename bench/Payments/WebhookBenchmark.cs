using System.Collections.Concurrent;
using SaaSChat.Bench.Ledger;

namespace SaaSChat.Bench.Payments;

/// <summary>B10: announcements of paid orders that become credits, from the signed body to the ledger, by the same rows written by hand.</summary>
internal static class WebhookBenchmark
{
    private const int Workers = 8;
    private const int Accounts = 2_000;
    private const int Orders = 20_000;
    private const int OrdersByHand = 150_000;

    public static async Task<int> RunAsync()
    {
        using var books = await Wallets.FillAsync(Accounts, PaidOrders.AddShop);
        using var control = await Wallets.FillAsync(Accounts, PaidOrders.AddShop);
        var (ours, theirs) = (new ConcurrentQueue<PaidOrder>(await PaidOrders.PlaceAsync(books, Orders)), new ConcurrentQueue<PaidOrder>(await PaidOrders.PlaceAsync(control, OrdersByHand)));
        using var queue = new SemaphoreSlim(1, 1);
        var sql = Enumerable.Range(0, Workers).Select(_ => new HandWritten(control.Connection, queue)).ToList();
        return await LedgerBenchmark.RunAsync("B10 announcements that become credits on 2,000 accounts / the same rows by hand-written SQL", 0.60, books,
            new LedgerBenchmark.Side([.. sql.Select(_ => new OurCredits(books, ours))], books.Accounts),
            new LedgerBenchmark.Side([.. sql.Select(s => new SqlCredits(s, theirs))], control.Accounts));
    }
}
