using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

public sealed class MeteredCallsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_call_holds_its_most_and_is_charged_what_was_reported()
    {
        var sara = await app.AddBuyerAsync("sara-asks", 100_000);

        var open = await app.OpenAsync(sara);
        Assert.Equal(((300 + (2 * 4_096)) * 12 / 10) + 1, (await app.BalanceAsync(sara.AccountId)).Held);
        Assert.Equal(Resolution.Done, await app.EndAsync(open.Call!, Calls.Reported(96, 214)));

        var record = Assert.Single(await app.RecordsAsync(sara.AccountId));
        Assert.Equal((96, 214, 524_000_000, 629, UsageStatus.Reported), (record.InputTokens, record.OutputTokens, record.Cost, record.Credits, record.Status));
        Assert.Equal([(UsageKind.Input, 96L, 1_000_000L), (UsageKind.Output, 214, 2_000_000)], record.Parts.OrderBy(p => p.Kind).Select(p => (p.Kind, p.Quantity, p.Rate)));
        Assert.Equal(new(100_000 - 629, 0, 0), await app.BalanceAsync(sara.AccountId));
        await app.AssertUsageAgreesAsync();
    }

    [Fact]
    public async Task A_call_ends_once_however_often_it_is_said()
    {
        var sara = await app.AddBuyerAsync("sara-twice", 100_000);
        var open = await app.OpenAsync(sara);

        var ends = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => app.EndAsync(open.Call!, Calls.Reported(300, 300))));

        Assert.Equal(1, ends.Count(e => e == Resolution.Done));
        Assert.Single(await app.RecordsAsync(sara.AccountId));
        Assert.False(await app.AskAsync(db => db.OpenCalls.AnyAsync(c => c.AccountId == sara.AccountId)));
        await app.AssertUsageAgreesAsync();
    }

    [Fact]
    public async Task The_same_key_opens_one_call_and_none_when_that_is_over()
    {
        var (sara, key) = (await app.AddBuyerAsync("sara-again", 100_000), Wallets.NewKey());

        var (first, again) = (await app.OpenAsync(sara, key: key), await app.OpenAsync(sara, key: key));
        Assert.Equal(first.Call!.HoldId, again.Call!.HoldId);
        await app.EndAsync(first.Call, Calls.Reported(1, 1));

        Assert.IsType<CallRefusal.KeyUsed>((await app.OpenAsync(sara, key: key)).Refusal);
        Assert.IsType<CallRefusal.KeyUsed>((await app.OpenAsync(await app.AddBuyerAsync("omar-key", 9_999), key: key)).Refusal);
    }

    [Fact]
    public async Task What_brought_nothing_and_what_failed_is_free_and_still_written_down()
    {
        var sara = await app.AddBuyerAsync("sara-free", 100_000);

        await app.EndAsync((await app.OpenAsync(sara)).Call!, new CallEnd(CallOutcome.Failed, null, "half an"));
        await app.EndAsync((await app.OpenAsync(sara)).Call!, new CallEnd(CallOutcome.Completed, null, ""));

        Assert.Equal([(UsageStatus.Failed, 0L), (UsageStatus.Estimated, 0)], (await app.RecordsAsync(sara.AccountId)).Select(r => (r.Status, r.Credits)));
        Assert.Equal(new(100_000, 0, 0), await app.BalanceAsync(sara.AccountId));
        await app.AssertUsageAgreesAsync();
    }

    [Fact]
    public async Task What_was_stopped_is_charged_by_what_had_been_written()
    {
        var sara = await app.AddBuyerAsync("sara-stops", 100_000);

        await app.EndAsync((await app.OpenAsync(sara)).Call!, new CallEnd(CallOutcome.Stopped, null, new string('a', 400)));

        var record = Assert.Single(await app.RecordsAsync(sara.AccountId));
        Assert.Equal((UsageStatus.Stopped, 300, 100, 600), (record.Status, record.InputTokens, record.OutputTokens, record.Credits));
    }

    [Fact]
    public async Task A_report_that_has_no_price_is_not_believed()
    {
        var sara = await app.AddBuyerAsync("sara-hostile", 100_000);
        var impossible = Quantities.Of((UsageKind.Image, Quantities.Most));

        await app.EndAsync((await app.OpenAsync(sara)).Call!, new CallEnd(CallOutcome.Completed, impossible, new string('a', 400)));

        Assert.Equal((UsageStatus.Estimated, 600), (await app.RecordsAsync(sara.AccountId)).Select(r => (r.Status, r.Credits)).Single());
    }

    [Fact]
    public async Task A_call_is_charged_by_the_price_of_its_opening()
    {
        var sara = await app.AddBuyerAsync("sara-dates", 1_000_000);
        var open = await app.OpenAsync(sara, "gpt-4o-mini");
        var dearer = new PriceOffer(DateTime.UtcNow.AddSeconds(-1), null, new Dictionary<RateTier, RateCard> { [RateTier.Standard] = Dollars(100, 200) });
        await app.AskAsync(async db =>
        {
            db.ModelPrices.Add(ModelPrice.Of("gpt-4o-mini", dearer));
            return await db.SaveChangesAsync();
        });

        await app.EndAsync(open.Call!, Calls.Reported(1_000, 1_000));
        await app.EndAsync((await app.OpenAsync(sara, "gpt-4o-mini", prompt: new(1_000, 1_000))).Call!, Calls.Reported(1_000, 1_000));

        Assert.Equal([900L, 360_000], (await app.RecordsAsync(sara.AccountId)).Select(r => r.Credits));
    }

    [Fact]
    public async Task A_stream_that_grows_sets_more_aside_as_long_as_there_is_some()
    {
        var omar = await app.AddBuyerAsync("omar-grows", 2_000);
        var open = await app.OpenAsync(omar, wanted: 256);

        Assert.Null(await app.MeteredAsync(c => c.ExtendAsync(open.Call!, 600, default)));
        var refused = Assert.IsType<CallRefusal.NotEnoughCredits>(await app.MeteredAsync(c => c.ExtendAsync(open.Call!, 700, default)));
        Assert.Equal((2_040, 2_000), (refused.Needed, refused.Spendable));
        await app.EndAsync(open.Call!, Calls.Reported(300, 600));

        Assert.IsType<CallRefusal.IsOver>(await app.MeteredAsync(c => c.ExtendAsync(open.Call!, 800, default)));
        Assert.Equal(new(2_000 - 1_800, 0, 0), await app.BalanceAsync(omar.AccountId));
    }

    private static RateCard Dollars(long input, long output) =>
        new(new Dictionary<UsageKind, long> { [UsageKind.Input] = input * 1_000_000, [UsageKind.Output] = output * 1_000_000 });
}
