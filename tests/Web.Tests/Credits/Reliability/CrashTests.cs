using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>Each flow is broken off at its first step in the database, at its second, and so on to the end; then it is run again.</summary>
public sealed class CrashTests(SteppedApp app) : IClassFixture<SteppedApp>
{
    private static readonly Dictionary<string, Func<LockedCredits, string, Guid, Task>> Flows = new(StringComparer.Ordinal)
    {
        ["grant"] = (c, key, _) => c.GrantAsync(new GrantOrder(GrantSource.Claim, $"more:{key}", 7), default),
        ["hold"] = (c, key, _) => c.HoldAsync(new HoldOrder($"more:{key}", 7, "here"), default),
        ["extend"] = (c, _, hold) => c.ExtendAsync(hold, 60, default),
        ["settle within"] = (c, _, hold) => c.SettleAsync(hold, 25, default),
        ["settle into debt"] = (c, _, hold) => c.SettleAsync(hold, 250, default),
        ["void"] = (c, _, hold) => c.VoidAsync(hold, default),
        ["freeze"] = (c, key, _) => c.FreezeAsync(key, $"dispute:{key}", default),
        ["claw"] = (c, key, _) => c.ClawAsync(key, 90, default),
        ["freeze, thaw and claw"] = async (c, key, _) =>
        {
            await c.FreezeAsync(key, $"dispute:{key}", default);
            await c.ThawAsync(key, $"dispute:{key}", default);
            await c.ClawAsync(key, 100, default);
        },
    };

    public static TheoryData<string> Names => [.. Flows.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_flow_that_breaks_off_at_any_step_is_whole_and_done_once_when_it_is_run_again(string flow)
    {
        var (steps, balances, broke) = (0, new HashSet<CreditBalance>(), true);
        while (broke)
        {
            var (sara, key, hold) = await ReadyAsync();
            Task RunAsync() => app.CreditsAsync(sara, async credits => { await Flows[flow](credits, key, hold); return 0; });

            broke = await app.Steps.BreakOffAsync(++steps, RunAsync);
            await RunAsync();
            balances.Add(await app.BalanceAsync(sara));
        }

        Assert.True(steps > 4, $"Only {steps} steps were seen.");
        Assert.Single(balances);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task What_an_admin_gives_is_given_and_logged_or_neither()
    {
        var user = await app.AddUserAsync("sara-given@example.com");
        var (step, broke) = (0, true);
        while (broke)
        {
            broke = await app.Steps.BreakOffAsync(++step, () => app.InScopeAsync(
                s => s.GetRequiredService<AdminGrant>().GiveAsync(user, 5, $"step-{step}", "broken off", AuditActor.Operator, default)));

            var logged = await app.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == AuditAction.CreditsGranted));
            Assert.Equal(logged * 5, await app.SpendableAsync(await app.AccountOfAsync(user)));
        }

        await app.AssertBooksAreWholeAsync();
    }

    private async Task<(Guid Account, string Key, Guid Hold)> ReadyAsync()
    {
        var (name, key) = ($"sara-{Guid.NewGuid():N}", Wallets.NewKey());
        var sara = await app.AddWalletAsync(name, 0);

        // Not bought: what is bought is taken back only with its payment.
        await app.CreditsAsync(sara, c => c.GrantAsync(new GrantOrder(GrantSource.Promo, key, 100, DateTime.UtcNow.AddDays(1)), default));
        await app.GiveAsync(sara, 50);
        return (sara, key, (await app.HoldAsync(sara, 40)).Hold!.Id);
    }
}
