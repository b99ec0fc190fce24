using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Data;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Credits;

/// <summary>The connection is lost while a change of credits is committed.</summary>
public sealed class LostCommitTests(TestApp app) : IClassFixture<TestApp>
{
    [SqliteTheory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task It_is_done_once_and_the_caller_hears_that_it_was_done_now(bool committed, int commits)
    {
        var sara = await app.AddWalletAsync($"sara-lost-{committed}", 0);
        Task<T> LoseAsync<T>(Func<LockedCredits, Task<T>> change) => LosingAsync(sara, committed, commits, change);

        var grant = await LoseAsync(c => c.GrantAsync(new GrantOrder(GrantSource.Claim, $"lost-{committed}", 100), default));
        var hold = await LoseAsync(c => c.HoldAsync(new HoldOrder($"lost-{committed}", 40, "here"), default));
        var settle = await LoseAsync(c => c.SettleAsync(hold.Hold!.Id, 15, default));

        Assert.Equal((GrantOutcome.Granted, HoldOutcome.Held, Resolution.Done), (grant.Outcome, hold.Outcome, settle));
        Assert.Equal(new CreditBalance(85, 0, 0), await app.BalanceAsync(sara));
        await app.AssertBooksAreWholeAsync();
    }

    private async Task<T> LosingAsync<T>(Guid account, bool committed, int commits, Func<LockedCredits, Task<T>> change)
    {
        var lost = new LostConnection(committed);
        await using var db = LostConnection.Open(app.ConnectionString, lost);
        var result = await LedgerAt.Over(db, TimeProvider.System).ChangeAsync(account, change, default);
        Assert.Equal(commits, lost.Commits);
        return result;
    }
}
