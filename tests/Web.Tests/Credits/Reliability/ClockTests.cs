using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Credits.Reliability;

/// <summary>The clock jumps forth and back.</summary>
public sealed class ClockTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_expired_stays_expired_and_what_was_given_stays_given_whatever_the_clock_says()
    {
        var (noon, sara) = (DateTime.UtcNow, await app.AddWalletAsync("sara-clock", 5));
        await app.GiveAsync(sara, 10, until: noon.AddDays(30));
        var hold = (await app.HoldAsync(sara, 4)).Hold!.Id;

        foreach (var hours in new[] { 25, -1, 24 * 40, -1, 24 * 40, 0 })
            await AtAsync(sara, noon.AddHours(hours), credits => credits.HoldAsync(new HoldOrder("the same at any time", 3, "here"), default));

        Assert.Equal(new CreditBalance(12, 7, 0), await app.BalanceAsync(sara));
        Assert.Equal(Resolution.Done, await AtAsync(sara, noon.AddDays(-1), credits => credits.SettleAsync(hold, 4, default)));
        Assert.Equal(new CreditBalance(8, 3, 0), await app.BalanceAsync(sara));
        await app.AssertBooksAreWholeAsync();
    }

    private Task<T> AtAsync<T>(Guid account, DateTime now, Func<LockedCredits, Task<T>> change) => app.InScopeAsync(
        services => LedgerAt.Over(services.GetRequiredService<AppDbContext>(), new MovedClock(now)).ChangeAsync(account, change, default));
}
