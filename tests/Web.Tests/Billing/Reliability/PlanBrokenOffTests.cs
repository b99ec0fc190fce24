using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Billing.Reliability;

/// <summary>The shop with plans, with every step that it takes in the database counted.</summary>
public sealed class SteppedPlanShop : PlanShop
{
    internal Steps Steps { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Steps.CountIn(builder);
    }
}

/// <summary>The flow of a plan is broken off at its first step, at its second, and so on to the end; then it goes on as after a crash.</summary>
public sealed class PlanBrokenOffTests(SteppedPlanShop app) : IClassFixture<SteppedPlanShop>
{
    [Fact]
    public async Task A_plan_that_breaks_off_while_it_is_placed_is_one_when_its_form_is_sent_again()
    {
        app.Stripe.Webhooks.Hold();
        var (step, broke) = (0, true);
        while (broke)
        {
            var (account, user) = await NewAsync();
            var wish = new PlanWish(Guid.NewGuid(), "basic", BillingInterval.Month, Currency.Usd, 9_99, "en");
            broke = await app.Steps.BreakOffAsync(++step, () => OpenAsync(account, user, wish));

            await OpenAsync(account, user, wish);

            var placed = await app.AskAsync(db => db.Subscriptions.SingleAsync(s => s.AccountId == account));
            Assert.NotNull(placed.CheckoutId);
            Assert.Single(app.Stripe.All("checkout.session"), s => (string?)s["metadata"]?["order"] == $"{placed.Id}");
        }

        Assert.True(step > 4, $"Only {step} steps were seen.");
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData("begun", 1)]
    [InlineData("renewed", 2)]
    [InlineData("due", 1)]
    [InlineData("ended", 1)]
    public async Task A_booking_that_breaks_off_at_any_step_is_whole_and_done_once_when_it_goes_on(string what, int periods)
    {
        var (step, broke, ends) = (0, true, new HashSet<(string, SubscriptionState, int)>());
        while (broke)
        {
            app.Stripe.Webhooks.Hold();
            var sara = await Subscriber.NewAsync(app);
            var chosen = await sara.ChooseAsync();
            await app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
            if (what != "begun") await SyncAsync(chosen.Id);
            await HappenAsync(sara, what);

            broke = await app.Steps.BreakOffAsync(++step, () => SyncAsync(chosen.Id));
            await SyncAsync(chosen.Id);
            ends.Add((await sara.PlanAsync(), (await sara.NewestAsync()).State, (await sara.InvoicesAsync()).Count(i => i.GrantedAt is not null)));
        }

        Assert.True(step > 4, $"Only {step} steps were seen.");
        Assert.Equal((what == "ended" ? "free" : "basic", what == "ended" ? SubscriptionState.Ended : what == "due" ? SubscriptionState.PastDue : SubscriptionState.Active, periods), Assert.Single(ends));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_change_that_breaks_off_at_any_step_is_charged_once_when_it_is_confirmed_again()
    {
        var (step, broke) = (0, true);
        while (broke)
        {
            app.Stripe.Webhooks.Hold();
            var sara = await Subscriber.NewAsync(app);
            var chosen = await sara.ChooseAsync();
            await app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
            await SyncAsync(chosen.Id);
            var wish = new PlanChangeWish("premium", BillingInterval.Month, 29_99, 29_99);

            broke = await app.Steps.BreakOffAsync(++step, () => ChangeAsync(sara, wish));
            await ChangeAsync(sara, wish);

            var living = await sara.NewestAsync();
            Assert.Equal("premium", living.PlanKey);
            Assert.Equal(2, app.Stripe.All("invoice").Count(i => (string?)i["parent"]?["subscription_details"]?["subscription"] == living.GatewayId));
        }

        Assert.True(step > 4, $"Only {step} steps were seen.");
        await app.AssertBooksAreWholeAsync();
    }

    private async Task HappenAsync(Subscriber who, string what)
    {
        if (what == "due") who.ChangeCard(CardMood.Declines);
        if (what is "due" or "renewed") await app.PassAsync(TimeSpan.FromDays(31));
        if (what == "ended") await app.Stripe.Outside.EndSubscriptionAsync((await who.NewestAsync()).GatewayId!);
    }

    private Task<bool> SyncAsync(Guid id) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<PlanSync>().WholeAsync(id, default);
        return true;
    });

    private Task<bool> ChangeAsync(Subscriber who, PlanChangeWish wish) => app.InScopeAsync(async services =>
    {
        var outcome = await services.GetRequiredService<PlanChanging>().ChangeAsync(who.AccountId, wish, "Premium", default);
        Assert.Equal(PlanChangeOutcome.Done, outcome);
        return true;
    });

    private Task<bool> OpenAsync(Guid account, Guid user, PlanWish wish) => app.InScopeAsync(async services =>
    {
        var (outcome, placed) = await services.GetRequiredService<PlanPlacing>().PlaceAsync(account, user, wish, default);
        Assert.Equal(PlanPlacingOutcome.Placed, outcome);
        var back = new Uri("https://chat.example/plans");
        await services.GetRequiredService<PlanOpening>().OpenAsync(placed!, new CheckoutTexts("Basic", back, back), default);
        return true;
    });

    private async Task<(Guid Account, Guid User)> NewAsync()
    {
        var user = await app.AddUserAsync($"sara-{Guid.NewGuid():N}@example.com");
        return (await app.AccountOfAsync(user), user);
    }
}
