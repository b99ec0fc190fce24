using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Nothing that the gateway says ever arrives, and still nobody loses money.</summary>
public sealed class ReconciliationTests(ShopApp app) : IClassFixture<ShopApp>, IAsyncLifetime
{
    public Task InitializeAsync()
    {
        app.Stripe.Webhooks.Hold();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_checkout_that_was_paid_is_found_by_its_order()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await AgeAsync();

        await RunAsync(r => r.SettleOrdersAsync(default));

        Assert.Equal(500_000, await sara.SpendableAsync());
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Looking_again_on_the_page_of_the_purchase_asks_the_gateway_too()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);

        using var looked = await sara.Visitor.SubmitAsync($"/buy-tokens/{order.Id}", $"/buy-tokens/{order.Id}");

        Assert.Equal(500_000, await sara.SpendableAsync());
    }

    [Fact]
    public async Task Announcements_that_never_came_are_found_in_the_gateways_own_list_and_once()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await RunAsync(async r => await r.FetchEventsAsync(default));
        Assert.Equal(0, await sara.SpendableAsync());

        // Five minutes later they are no longer on their way.
        var found = await LaterAsync(r => r.FetchEventsAsync(default));
        await app.SettleAsync();

        Assert.True(found > 0);
        Assert.Equal(500_000, await sara.SpendableAsync());
        Assert.Equal(0, await LaterAsync(r => r.FetchEventsAsync(default)));
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task An_order_of_which_no_checkout_became_known_expires()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.AskAsync(db => db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(o => o
            .SetProperty(x => x.CheckoutId, (string?)null).SetProperty(x => x.PlacedAt, DateTime.UtcNow.AddHours(-3)).SetProperty(x => x.ClosesAt, DateTime.UtcNow.AddHours(-1))));

        await RunAsync(r => r.SettleOrdersAsync(default));

        Assert.Equal(OrderState.Expired, (await sara.OrderAsync(order.Id)).State);
    }

    public Task DisposeAsync()
    {
        app.Stripe.Webhooks.SendTo(app.CreateClient());
        return Task.CompletedTask;
    }

    private Task<int> AgeAsync() => app.AskAsync(db => db.Orders.Where(o => o.EndedAt == null).ExecuteUpdateAsync(o => o.SetProperty(x => x.PlacedAt, DateTime.UtcNow.AddMinutes(-6))));

    private Task<bool> RunAsync(Func<Reconciliation, Task> act) => app.InScopeAsync(async services =>
    {
        await act(services.GetRequiredService<Reconciliation>());
        return true;
    });

    private Task<T> LaterAsync<T>(Func<Reconciliation, Task<T>> act) => app.InScopeAsync(services =>
        act(ActivatorUtilities.CreateInstance<Reconciliation>(services, new Credits.Reliability.MovedClock(DateTime.UtcNow.AddMinutes(6)))));
}
