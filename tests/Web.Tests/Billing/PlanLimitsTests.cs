using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Settings;
using SaaSChat.Infrastructure.Usage;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What a plan allows holds from the moment it begins, as admins have made it.</summary>
public sealed class PlanLimitsTests(PlanShop app) : IClassFixture<PlanShop>
{
    [Fact]
    public async Task A_plans_limits_and_answers_at_once_hold_as_soon_as_it_is_paid_and_what_was_set_by_hand_stays()
    {
        var sara = await Subscriber.NewAsync(app);
        var user = await app.AskAsync(db => db.Accounts.Where(a => a.Id == sara.AccountId).Select(a => a.OwnerId!.Value).SingleAsync());
        await app.AskAsync(db => db.Plans.Where(p => p.Key == "premium").ExecuteUpdateAsync(p => p.SetProperty(x => x.DayTokens, 777_000L)));
        await SetOwnAsync(user, new LimitValues(MonthTokens: 90_000));
        Assert.Equal(new LimitValues(10_000, 90_000, 5_000_000_000_000, 50_000_000_000_000), await LimitsAsync(user));

        await sara.SubscribeAsync("premium");

        Assert.Equal(new LimitValues(DayTokens: 777_000, MonthTokens: 90_000), await LimitsAsync(user));
        Assert.Equal(10, await GenerationsAsync(sara, user));
    }

    [Fact]
    public async Task What_an_admin_changes_of_a_plan_holds_for_the_next_call_and_is_shown_on_the_pages()
    {
        var omar = await Subscriber.NewAsync(app, "omar");
        await omar.SubscribeAsync();
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<Infrastructure.Data.AppDbContext>();
            await db.Plans.Where(p => p.Key == "basic").ExecuteUpdateAsync(p => p.SetProperty(x => x.Generations, 7));
            await services.GetRequiredService<ChangeNotices>().RaiseAsync(db, Infrastructure.Billing.OfferedPlans.Topic, default);
            return true;
        });

        var user = await app.AskAsync(db => db.Accounts.Where(a => a.Id == omar.AccountId).Select(a => a.OwnerId!.Value).SingleAsync());
        Assert.Equal(7, await GenerationsAsync(omar, user));
        Assert.Contains("7 answers at the same time", (await omar.Visitor.OpenAsync("/plans")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_api_tells_who_pays_for_what_and_when_it_is_charged_next()
    {
        var sara = await Subscriber.NewAsync(app);
        var living = await sara.SubscribeAsync("basic", "year");

        var stats = await sara.Visitor.Client.GetStringAsync("/api/ai/usage-stats");
        var balance = await sara.Visitor.Client.GetStringAsync("/api/balance");

        Assert.Contains($"\"billing\":{{\"plan\":\"basic\",\"subscriptionId\":\"{living.GatewayId}\",\"billingCycle\":\"year\",\"nextBillingDate\":\"{living.PaidUntil:yyyy-MM-ddTHH:mm:ss}Z\",\"paymentMethod\":\"card 4242\"}}", stats, StringComparison.Ordinal);
        Assert.Contains("\"subscriptionActive\":true", balance, StringComparison.Ordinal);
        Assert.Contains("\"quota\":60000000", balance, StringComparison.Ordinal);
    }

    private Task<LimitValues> LimitsAsync(Guid user) => app.InScopeAsync(async services => (await services.GetRequiredService<OwnLimits>().ReadAsync(user, default))!.InForce.Values);

    private Task<bool> SetOwnAsync(Guid user, LimitValues values) => app.InScopeAsync(services => services.GetRequiredService<OwnLimits>().SetAsync(user, true, values, null, default));

    private async Task<int> GenerationsAsync(Subscriber who, Guid user)
    {
        var running = 0;
        var person = new Usage.Person(user, who.AccountId);
        while (running < 20 && (await Usage.Calls.OpenAsync(app, person)).IsOpen) running++;
        return running;
    }
}
