using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>Many at once on one account.</summary>
public sealed class ParallelTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Fifty_settles_at_once_of_21102_leave_exactly_8944900_of_ten_million()
    {
        var sara = await app.AddWalletAsync("sara-fifty", 10_000_000);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            var hold = (await app.HoldAsync(sara, 30_000)).Hold!;
            Assert.Equal(Resolution.Done, await app.SettleAsync(sara, hold.Id, 21_102));
        })));

        Assert.Equal(8_944_900, await app.SpendableAsync(sara));
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Of_64_at_once_exactly_as_many_are_let_through_as_there_is_credit_for(int calls)
    {
        const int credits = 1_000;
        var sara = await app.AddWalletAsync($"sara-affords-{calls}", (calls * credits) + (credits - 1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => app.HoldAsync(sara, credits))));

        Assert.Equal(calls, answers.Count(a => a.Outcome == HoldOutcome.Held));
        Assert.All(answers, a => Assert.True(a.Outcome is HoldOutcome.Held or HoldOutcome.NotEnough));
        await Task.WhenAll(answers.Where(a => a.Hold is not null).Select(a => app.SettleAsync(sara, a.Hold!.Id, credits)));
        Assert.Equal(credits - 1, await app.SpendableAsync(sara));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_key_that_arrives_64_times_at_once_acts_once()
    {
        var (sara, grant, hold) = (await app.AddWalletAsync("sara-once", 0), Wallets.NewKey(), Wallets.NewKey());

        var grants = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => app.GiveAsync(sara, 100, grant))));
        var holds = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => app.HoldAsync(sara, 10, hold))));
        var settles = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => app.SettleAsync(sara, holds[0].Hold!.Id, 7))));

        Assert.Equal((1, 63), (grants.Count(g => g.Outcome == GrantOutcome.Granted), grants.Count(g => g.Outcome == GrantOutcome.AlreadyGranted)));
        Assert.Equal((1, 63), (holds.Count(h => h.Outcome == HoldOutcome.Held), holds.Count(h => h.Outcome == HoldOutcome.AlreadyHeld)));
        Assert.Equal((1, 63), (settles.Count(s => s == Resolution.Done), settles.Count(s => s == Resolution.AlreadyDone)));
        Assert.Equal(93, await app.SpendableAsync(sara));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_settle_and_the_sweep_at_once_end_a_hold_once()
    {
        var sara = await app.AddWalletAsync("sara-raced", 1_000);
        for (var race = 0; race < 20; race++)
        {
            var hold = (await app.HoldAsync(sara, 10)).Hold!.Id;
            await app.AskAsync(db => db.CreditHolds.Where(h => h.Id == hold).ExecuteUpdateAsync(h => h.SetProperty(x => x.LeaseUntil, DateTime.UtcNow)));

            var (settle, sweep) = (Task.Run(() => app.SettleAsync(sara, hold, 5)), Task.Run(() => app.CreditsAsync(sara, c => c.SweepAsync(hold, default))));

            Assert.Equal(await sweep ? Resolution.Swept : Resolution.Done, await settle);
        }

        await app.AssertBooksAreWholeAsync();
    }
}
