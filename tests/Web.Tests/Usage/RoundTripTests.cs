using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Usage;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Usage;

/// <summary>A database that is a network away is asked as seldom as can be.</summary>
public sealed class RoundTripTests(SteppedApp app) : IClassFixture<SteppedApp>
{
    [Fact]
    public async Task A_call_is_opened_and_settled_in_eight_round_trips_with_two_commits()
    {
        var sara = await app.AddBuyerAsync("sara-far-away", 100_000);

        // The first call begins her day and her month, the second one adds to them.
        for (var call = 0; call < 2; call++)
        {
            var open = default(CallAnswer);
            var opened = await app.Steps.CountAsync(async () => open = await app.OpenAsync(sara));
            var settled = await app.Steps.CountAsync(async () => Assert.Equal(Resolution.Done, await app.EndAsync(open!.Call!, Calls.Reported(300, 200))));

            // All that it is decided by, and all that it changes.
            Assert.Equal((2, 1, 1), opened);
            Assert.Equal((2, 1, 1), settled);
        }

        await app.AssertUsageAgreesAsync();
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Credits_are_held_and_settled_within_three_commands()
    {
        var sara = await app.AddWalletAsync("sara-debits", 100);

        var debit = await app.Steps.CountAsync(() => app.CreditsAsync(sara, async credits =>
            await credits.SettleAsync((await credits.HoldAsync(new HoldOrder("far away", 10, "here"), default)).Hold!.Id, 7, default)));

        Assert.Equal((3, 1, 1), debit);
        Assert.Equal(93, await app.SpendableAsync(sara));
    }
}
