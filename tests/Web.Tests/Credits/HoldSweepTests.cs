using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>The node that was answering Sara has died.</summary>
public sealed class HoldSweepTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_hold_under_which_nothing_was_seen_is_voided()
    {
        var sara = await app.AddWalletAsync("sara-unseen", 100);
        var hold = await AbandonAsync(sara, seen: 0);

        await SweepAsync();

        Assert.Equal(new CreditBalance(100, 0, 0), await app.BalanceAsync(sara));
        Assert.Equal(Resolution.Swept, await app.SettleAsync(sara, hold, 20));
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData(25, 75)]
    [InlineData(60, 60)]
    public async Task A_hold_is_charged_what_was_seen_as_far_as_it_was_held(long seen, long left)
    {
        var sara = await app.AddWalletAsync($"sara-saw-{seen}", 100);
        var hold = await AbandonAsync(sara, seen);

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(new CreditBalance(left, 0, 0), await app.BalanceAsync(sara));
        Assert.Equal(Resolution.Swept, await app.SettleAsync(sara, hold, seen + 1));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_hold_that_is_renewed_is_left_alone()
    {
        var sara = await app.AddWalletAsync("sara-alive", 100);
        var hold = await AbandonAsync(sara, seen: 0);
        Assert.True(await app.InScopeAsync(s => s.GetRequiredService<CreditLedger>().RenewAsync(hold, 5, default)));

        await SweepAsync();

        Assert.Equal(new CreditBalance(100, 40, 0), await app.BalanceAsync(sara));
    }

    private async Task<Guid> AbandonAsync(Guid account, long seen)
    {
        var hold = (await app.HoldAsync(account, 40)).Hold!.Id;
        await app.AskAsync(db => db.CreditHolds.Where(h => h.Id == hold)
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.LeaseUntil, DateTime.UtcNow.AddSeconds(-1)).SetProperty(x => x.Seen, seen)));
        return hold;
    }

    private Task<int> SweepAsync() => app.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<SweepHoldsJob>(services).RunAsync(default, default);
        return 0;
    });
}
