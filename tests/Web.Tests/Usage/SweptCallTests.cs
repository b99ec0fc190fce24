using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

/// <summary>The node that was writing Sara's answer dies.</summary>
public sealed class SweptCallTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_was_seen_of_the_answer_is_charged_and_written_down()
    {
        var sara = await app.AddBuyerAsync("sara-swept", 100_000);
        var open = await app.OpenAsync(sara);
        Assert.True(await app.MeteredAsync(c => c.RenewAsync(open, 100, default)));

        await DieAsync(open.Call!.HoldId);
        await SweepAsync();
        await SweepAsync();

        var record = Assert.Single(await app.RecordsAsync(sara.AccountId));
        Assert.Equal((UsageStatus.Estimated, 300, 100, 600), (record.Status, record.InputTokens, record.OutputTokens, record.Credits));
        Assert.Equal(new(100_000 - 600, 0, 0), await app.BalanceAsync(sara.AccountId));
        await AssertAgreesAsync();
    }

    [Fact]
    public async Task Nothing_seen_costs_nothing_and_is_written_down_as_failed()
    {
        var sara = await app.AddBuyerAsync("sara-swept-early", 100_000);
        var open = await app.OpenAsync(sara);

        await DieAsync(open.Call!.HoldId);
        await SweepAsync();

        Assert.Equal((UsageStatus.Failed, 0), (await app.RecordsAsync(sara.AccountId)).Select(r => (r.Status, r.Credits)).Single());
        Assert.Equal(new(100_000, 0, 0), await app.BalanceAsync(sara.AccountId));
        await AssertAgreesAsync();
    }

    [Fact]
    public async Task A_node_that_was_only_slow_changes_nothing_any_more_and_hears_that_it_has_to_stop()
    {
        var sara = await app.AddBuyerAsync("sara-swept-late", 100_000);
        var open = await app.OpenAsync(sara);
        await app.MeteredAsync(c => c.RenewAsync(open, 100, default));
        await DieAsync(open.Call!.HoldId);
        await SweepAsync();

        Assert.False(await app.MeteredAsync(c => c.RenewAsync(open, 200, default)));
        Assert.IsType<CallRefusal.IsOver>(await app.MeteredAsync(c => c.ExtendAsync(open.Call!, 5_000, default)));
        Assert.Equal(Resolution.Swept, await app.EndAsync(open.Call!, Calls.Reported(300, 4_000)));

        Assert.Equal(600, Assert.Single(await app.RecordsAsync(sara.AccountId)).Credits);
        Assert.Equal(new(100_000 - 600, 0, 0), await app.BalanceAsync(sara.AccountId));
        Assert.False(await app.AskAsync(db => db.OpenCalls.AnyAsync(c => c.AccountId == sara.AccountId)));
        await AssertAgreesAsync();
    }

    [Fact]
    public async Task A_call_that_is_alive_is_left_alone()
    {
        var sara = await app.AddBuyerAsync("sara-alive", 100_000);
        var open = await app.OpenAsync(sara);
        await DieAsync(open.Call!.HoldId);
        Assert.True(await app.MeteredAsync(c => c.RenewAsync(open, 100, default)));

        await SweepAsync();

        Assert.Equal(Resolution.Done, await app.EndAsync(open.Call!, Calls.Reported(300, 150)));
        Assert.Equal(720, Assert.Single(await app.RecordsAsync(sara.AccountId)).Credits);
    }

    private Task<int> DieAsync(Guid hold) =>
        app.AskAsync(db => db.CreditHolds.Where(h => h.Id == hold).ExecuteUpdateAsync(h => h.SetProperty(x => x.LeaseUntil, DateTime.UtcNow.AddSeconds(-1))));

    private Task<int> SweepAsync() => app.InScopeAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<SweepHoldsJob>(services).RunAsync(default, default);
        return 0;
    });

    private async Task AssertAgreesAsync()
    {
        await app.AssertUsageAgreesAsync();
        await app.AssertBooksAreWholeAsync();
    }
}
