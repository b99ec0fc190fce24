using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using Xunit.Abstractions;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>Other processes write to the same database.</summary>
public sealed class ProcessTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Many_writers_on_one_account_are_exact_and_none_has_to_try_again(int processes)
    {
        var (writers, debits) = (Size.Of(8, 64) / processes, Size.Of(20, 500));
        var all = processes * writers * debits;
        var sara = await app.AddWalletAsync($"sara-hot-{processes}", (all * 7) + 10_000);

        var running = Enumerable.Range(0, processes).Select(p => LoadProcess.Start("debits", app.ConnectionString, $"{sara}", $"hot-{processes}-{p}", $"{writers}", $"{debits}", "0")).ToList();
        var told = await Task.WhenAll(running.Select(EndAsync));

        Assert.Equal(10_000, await app.SpendableAsync(sara));
        var attempts = told.Sum(t => t.Begun) / (double)told.Sum(t => t.Committed);
        output.WriteLine($"{processes} process(es), {writers} writers each, {debits} debits each: {attempts:F3} attempts for each commit");
        output.WriteLine($"the longest wait was {told.Max(t => t.Longest)} ms");
        Assert.Equal(2 * all, told.Sum(t => t.Committed));
        Assert.True(attempts <= 1.05);

        // Whoever waits longer than a lease loses the hold to the sweep.
        Assert.True(told.Max(t => t.Longest) < CreditHold.Lease.TotalMilliseconds / 4);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_books_that_are_whole_after_one_sweep()
    {
        var (kills, seed) = (Size.Of(2, 300), Size.Seed());
        output.WriteLine($"seed {seed}: {kills} kills");
        var (random, sara) = (new Random(seed), await app.AddWalletAsync("sara-killed", 100_000));

        for (var kill = 0; kill < kills; kill++)
        {
            using var process = LoadProcess.Start("lives", app.ConnectionString, $"{sara}", $"killed-{kill}", "8", $"{int.MaxValue}", $"{seed + kill}");
            Assert.Equal("living", await process.StandardOutput.ReadLineAsync());
            await Task.Delay(random.Next(0, 500));
            process.Kill();
            await process.WaitForExitAsync();

            await app.AssertBooksAreWholeAsync();
            await SweepAsync(sara);
            Assert.Equal(0, (await app.BalanceAsync(sara)).Held);
            await app.AssertBooksAreWholeAsync();
        }
    }

    private async Task SweepAsync(Guid account)
    {
        var later = new MovedClock(DateTime.UtcNow + CreditHold.Lease + TimeSpan.FromSeconds(1));
        await using var db = LedgerAt.Open(app.ConnectionString);
        var ledger = LedgerAt.Over(db, later);
        foreach (var hold in await db.CreditHolds.Abandoned(later.Now).Select(h => h.Id).ToListAsync())
            Assert.True(await ledger.ChangeAsync(account, credits => credits.SweepAsync(hold, default), default));
    }

    private static async Task<(int Begun, int Committed, int Longest)> EndAsync(Process process)
    {
        using (process)
        {
            var said = (await process.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
            var wrong = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, wrong);
            return (int.Parse(said[1], CultureInfo.InvariantCulture), int.Parse(said[3], CultureInfo.InvariantCulture), int.Parse(said[5], CultureInfo.InvariantCulture));
        }
    }
}
