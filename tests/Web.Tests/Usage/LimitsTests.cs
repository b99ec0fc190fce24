using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Usage;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Usage;

public sealed class LimitsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_limit_binds_whoever_has_never_paid_and_says_by_how_much()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-limits", 1_000_000);
        await UseAsync(nadia, 9_500);

        var limit = Assert.IsType<CallRefusal.OverLimit>((await app.OpenAsync(nadia)).Refusal).Limit;

        Assert.Equal((LimitKind.DayTokens, 10_000, 9_500, 0, 556), (limit.Kind, limit.Limit, limit.Used, limit.Held, limit.Needed));
        Assert.Equal(DateTime.UtcNow.Date.AddDays(1), limit.ResetsAt);
    }

    [Fact]
    public async Task A_first_payment_lifts_the_limits()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-pays", 1_000_000);
        await UseAsync(nadia, 9_500);

        await app.GiveAsync(nadia.AccountId, 1);

        Assert.Equal(4_096, (await app.OpenAsync(nadia)).Call!.OutputCap);
    }

    [Fact]
    public async Task Who_has_paid_for_a_plan_once_is_not_bound_again_when_it_has_lapsed()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-lapsed", 1_000_000);
        await UseAsync(nadia, 9_500);

        await app.CreditsAsync(nadia.AccountId, c => c.GrantAsync(new GrantOrder(GrantSource.Plan, CreditKey.OfInvoice("in_nadia"), 1), default));

        Assert.Equal(4_096, (await app.OpenAsync(nadia)).Call!.OutputCap);
    }

    [Fact]
    public async Task What_a_plan_gives_for_nothing_is_no_payment()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-free", 1_000_000);
        await UseAsync(nadia, 9_500);

        await app.CreditsAsync(nadia.AccountId, c => c.GrantAsync(new GrantOrder(GrantSource.Plan, $"plan:{nadia.AccountId:N}", 1), default));

        Assert.IsType<CallRefusal.OverLimit>((await app.OpenAsync(nadia)).Refusal);
    }

    [Fact]
    public async Task An_answer_is_cut_to_what_the_limit_leaves()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-cut", 1_000_000);
        await UseAsync(nadia, 9_000);

        Assert.Equal(700, (await app.OpenAsync(nadia)).Call!.OutputCap);
    }

    [Fact]
    public async Task Of_sixty_four_at_once_only_those_are_opened_that_the_limit_holds_together()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-races", 10_000_000, PlanCatalogue.Premium);
        await SetAsync(nadia, LimitSetter.Admin, new LimitValues(DayTokens: 5_000));

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => app.OpenAsync(nadia, wanted: 700))));

        var opened = answers.Where(a => a.IsOpen).Select(a => a.Call!).ToList();
        Assert.Equal(5, opened.Count);
        Assert.All(answers.Where(a => !a.IsOpen), a => Assert.Equal(5_000, Assert.IsType<CallRefusal.OverLimit>(a.Refusal).Limit.Held));
        await Task.WhenAll(opened.Select(call => app.EndAsync(call, Calls.Reported(300, 700))));
        Assert.Equal(5_000, (await app.RecordsAsync(nadia.AccountId)).Sum(r => r.Tokens));
        await app.AssertUsageAgreesAsync();
    }

    [Fact]
    public async Task Of_sixty_four_at_once_exactly_those_are_opened_that_are_paid_for()
    {
        var sara = await app.AddGuestOfTheHouseAsync("sara-races", 5 * 1_200, PlanCatalogue.Premium);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => app.OpenAsync(sara, wanted: 350))));

        Assert.Equal(5, answers.Count(a => a.IsOpen));
        Assert.All(answers.Where(a => !a.IsOpen), a => Assert.IsType<CallRefusal.NotEnoughCredits>(a.Refusal));
        await Task.WhenAll(answers.Where(a => a.IsOpen).Select(a => app.EndAsync(a.Call!, Calls.Reported(300, 350))));
        Assert.Equal(new(0, 0, 0), await app.BalanceAsync(sara.AccountId));
        await app.AssertUsageAgreesAsync();
    }

    [Fact]
    public async Task A_cost_limit_of_ones_own_binds_whoever_has_paid_too()
    {
        var sara = await app.AddBuyerAsync("sara-thrifty", 1_000_000);
        await SetAsync(sara, LimitSetter.User, new LimitValues(DayCost: 800_000_000));

        var limit = Assert.IsType<CallRefusal.OverLimit>((await app.OpenAsync(sara)).Refusal).Limit;

        Assert.Equal((LimitKind.DayCost, 800_000_000, 812_000_000), (limit.Kind, limit.Limit, limit.Needed));
    }

    [Fact]
    public async Task The_settle_that_passes_a_threshold_notes_it_once()
    {
        var nadia = await app.AddGuestOfTheHouseAsync("nadia-warned", 1_000_000);

        await UseAsync(nadia, 7_999);
        Assert.Empty(await AlertsAsync(nadia));
        await UseAsync(nadia, 1);
        await UseAsync(nadia, 500);

        Assert.Equal([(LimitKind.DayTokens, 80)], await AlertsAsync(nadia));
        await UseAsync(nadia, 1_500);
        Assert.Equal([(LimitKind.DayTokens, 80), (LimitKind.DayTokens, 100)], await AlertsAsync(nadia));
    }

    // Uses so many tokens, whatever the limits say by then: a report wins over a cap.
    private async Task UseAsync(Person who, long tokens)
    {
        var open = await app.OpenAsync(who, prompt: new(1, 1), wanted: 1);
        await app.EndAsync(open.Call!, Calls.Reported(tokens, 0));
    }

    private Task<int> SetAsync(Person who, LimitSetter by, LimitValues values) => app.AskAsync(db =>
    {
        var limit = UsageLimit.Set(who.AccountId, who.UserId, by);
        limit.Change(true, values, null);
        db.UsageLimits.Add(limit);
        return db.SaveChangesAsync();
    });

    private async Task<IEnumerable<(LimitKind, int)>> AlertsAsync(Person who) => await app.AskAsync(async db =>
        (await db.UsageAlerts.Where(a => a.UserId == who.UserId).OrderBy(a => a.Threshold).ToListAsync()).Select(a => (a.Kind, a.Threshold)));
}
