using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Tests.Stripe.Protocol;
using SaaSChat.Web.Tests.Credits;
using SaaSChat.Web.Tests.Credits.Reliability;

namespace SaaSChat.Web.Tests.Billing.Reliability;

/// <summary>The shop, with every step that it takes in the database counted.</summary>
public sealed class SteppedShop : ShopApp
{
    internal Steps Steps { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        Count(builder, Steps);
    }

    internal static void Count(IWebHostBuilder builder, Steps steps) => builder.ConfigureTestServices(services =>
    {
        if (TestDatabase.OnSqlServer) services.ConfigureDbContext<AppDbContext>(options => options.AddInterceptors(steps.Interceptors));
        else services.ConfigureDbContext<SqliteAppDbContext>(options => options.AddInterceptors(steps.Interceptors));
    });
}

/// <summary>The flow from the form to the ledger is broken off at its first step, at its second, and so on to the end; then it goes on as after a crash.</summary>
public sealed class BrokenOffTests(SteppedShop app) : IClassFixture<SteppedShop>
{
    [Fact]
    public async Task An_order_that_breaks_off_while_it_is_placed_is_one_order_when_its_form_is_sent_again()
    {
        app.Stripe.Webhooks.Hold();
        var (step, broke) = (0, true);
        while (broke)
        {
            var (account, user) = await NewAsync();
            var wish = new OrderWish(Guid.NewGuid(), Shopper.Half, Currency.Usd, 4_99, null, "en");
            broke = await app.Steps.BreakOffAsync(++step, () => OpenAsync(account, user, wish));

            await OpenAsync(account, user, wish);

            var order = await app.AskAsync(db => db.Orders.SingleAsync(o => o.AccountId == account));
            Assert.NotNull(order.CheckoutId);
            Assert.Single(app.Stripe.All("checkout.session"), s => (string?)s["metadata"]?["order"] == $"{order.Id}");
        }

        Assert.True(step > 4, $"Only {step} steps were seen.");
        await app.AssertBooksAreWholeAsync();
    }

    [Theory]
    [InlineData("/v1/customers")]
    [InlineData("/v1/coupons")]
    [InlineData("/v1/checkout/sessions")]
    public async Task A_call_of_the_gateway_that_goes_wrong_in_any_way_leaves_one_checkout_when_its_form_is_sent_again(string where)
    {
        app.Stripe.Webhooks.Hold();
        var code = where.Replace('/', '-');
        await app.AskAsync(db =>
        {
            db.PromoCodes.Add(PromoCode.OfPercent(code, 10, new PromoTerms(DateTime.UtcNow.AddDays(-1))));
            return db.SaveChangesAsync();
        });
        foreach (var fault in new[] { Fault.Refuse, Fault.Broken, Fault.Unavailable, Fault.TooMany, Fault.ResetAfterWork, Fault.BrokenAfterWork, Fault.BadJson })
        {
            var (account, user) = await NewAsync();
            var wish = new OrderWish(Guid.NewGuid(), Shopper.Half, Currency.Usd, 4_50, code, "en");
            app.Stripe.Faults.Next(fault, times: 100, where);
            Assert.IsType<PaymentGatewayException>(await Record.ExceptionAsync(() => OpenAsync(account, user, wish)), exactMatch: false);
            app.Stripe.Faults.Clear();

            await OpenAsync(account, user, wish);

            var order = await app.AskAsync(db => db.Orders.SingleAsync(o => o.AccountId == account));
            Assert.Single(app.Stripe.All("checkout.session"), s => (string?)s["metadata"]?["order"] == $"{order.Id}");
            Assert.Single(app.Stripe.All("customer"), c => (string?)c["metadata"]?["account"] == $"{account}");
        }
    }

    [Theory]
    [InlineData("paid")]
    [InlineData("refunded")]
    [InlineData("disputed")]
    [InlineData("lost")]
    public async Task A_booking_that_breaks_off_at_any_step_is_whole_and_done_once_when_it_goes_on(string what)
    {
        var (step, broke, ends) = (0, true, new HashSet<long>());
        while (broke)
        {
            app.Stripe.Webhooks.Hold();
            var sara = await Shopper.NewAsync(app);
            var order = await sara.ChooseAsync();
            await app.Stripe.Outside.PayAsync(order.CheckoutId!);
            if (what != "paid") await SyncAsync(order);
            await HappenAsync(what, (string)app.Stripe.Find(order.CheckoutId!)!["payment_intent"]!);

            broke = await app.Steps.BreakOffAsync(++step, () => SyncAsync(order));
            await SyncAsync(order);
            ends.Add(await sara.SpendableAsync());
        }

        Assert.True(step > 4, $"Only {step} steps were seen.");
        Assert.Equal(what == "paid" ? 500_000 : 0, Assert.Single(ends));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task An_announcement_that_breaks_off_while_it_is_received_or_acted_on_is_acted_on_when_it_comes_again()
    {
        var (step, broke) = (0, true);
        while (broke)
        {
            app.Stripe.Webhooks.Hold();
            var sara = await Shopper.NewAsync(app);
            var order = await sara.ChooseAsync();
            var before = app.Stripe.Webhooks.All.Count;
            await app.Stripe.Outside.PayAsync(order.CheckoutId!);
            var told = app.Stripe.Webhooks.All.Skip(before).Single(e => (string)e["type"]! == "checkout.session.completed");
            var said = new GatewayEvent((string)told["id"]!, (string)told["type"]!, order.CheckoutId!, DateTime.UtcNow, false);

            // What fails while it is acted on is written down as failed, so that nobody hears of it.
            broke = await app.Steps.BreakOffAsync(++step, () => TakeAsync(said)) || !await IsAppliedAsync(said.Id);
            await app.Stripe.Webhooks.SendAsync([told], to: app.CreateClient());
            await app.TryAgainAsync();

            Assert.Equal(500_000, await sara.SpendableAsync());
        }

        Assert.True(step > 6, $"Only {step} steps were seen.");
        await app.AssertBooksAreWholeAsync();
    }

    private Task<bool> IsAppliedAsync(string id) => app.AskAsync(db => db.PaymentEvents.AnyAsync(e => e.Id == id && e.State == PaymentEventState.Applied));

    // As the endpoint and its job do, one after the other.
    private Task<bool> TakeAsync(GatewayEvent said) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<PaymentInbox>().ReceiveAsync(said, default);
        await services.GetRequiredService<EventApplication>().ApplyAsync(said.Id, default);
        return true;
    });

    private Task<bool> SyncAsync(Order order) => app.InScopeAsync(async services =>
    {
        await services.GetRequiredService<OrderSync>().OrderAsync(order.Id, null, null, default);
        return true;
    });

    private async Task HappenAsync(string what, string intent)
    {
        if (what == "refunded") await app.Stripe.Outside.RefundAsync(intent);
        if (what is "disputed" or "lost")
        {
            var dispute = await app.Stripe.Outside.DisputeAsync(intent);
            if (what == "lost") await app.Stripe.Outside.MoveDisputeAsync(dispute, "lost");
        }
    }

    private Task<bool> OpenAsync(Guid account, Guid user, OrderWish wish) => app.InScopeAsync(async services =>
    {
        var (outcome, order) = await services.GetRequiredService<OrderPlacing>().PlaceAsync(account, user, wish, default);
        Assert.Equal(PlacingOutcome.Placed, outcome);
        var back = new Uri("https://chat.example/buy-tokens");
        await services.GetRequiredService<CheckoutOpening>().OpenAsync(order!, new CheckoutTexts("500,000 credits", back, back), default);
        return true;
    });

    private async Task<(Guid Account, Guid User)> NewAsync()
    {
        var user = await app.AddUserAsync($"sara-{Guid.NewGuid():N}@example.com");
        return (await app.AccountOfAsync(user), user);
    }
}
