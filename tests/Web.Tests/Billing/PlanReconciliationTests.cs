using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Tests.Stripe;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Nothing that the gateway says of plans ever arrives, and still everybody has what they paid for.</summary>
public sealed class PlanReconciliationTests : IAsyncLifetime, IDisposable
{
    private readonly PlanShop _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        _app.Stripe.Webhooks.Hold();
    }

    [Fact]
    public async Task A_beginning_renewals_and_an_end_are_found_each_in_time_and_each_once()
    {
        var sara = await Subscriber.NewAsync(_app);
        var chosen = await sara.ChooseAsync();
        await _app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
        await LaterAsync(TimeSpan.FromMinutes(6));
        Assert.Equal(("basic", 1), (await sara.PlanAsync(), (await sara.GrantsAsync()).Count));

        // Two whole periods of silence.
        await LaterAsync(TimeSpan.FromDays(64));
        await LaterAsync(TimeSpan.FromHours(7));
        Assert.Equal(3, (await sara.GrantsAsync()).Count);

        await _app.Stripe.Outside.EndSubscriptionAsync((await sara.NewestAsync()).GatewayId!);
        await LaterAsync(TimeSpan.FromHours(7));
        Assert.Equal(("free", SubscriptionState.Ended), (await sara.PlanAsync(), (await sara.NewestAsync()).State));
        await _app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_failed_renewal_and_its_payment_are_found()
    {
        var sara = await Subscriber.NewAsync(_app);
        var chosen = await sara.ChooseAsync();
        await _app.Stripe.Outside.PayAsync(chosen.CheckoutId!);
        await LaterAsync(TimeSpan.FromMinutes(6));
        sara.ChangeCard(CardMood.Declines);

        await LaterAsync(TimeSpan.FromDays(32));
        var due = await sara.NewestAsync();
        Assert.Equal(SubscriptionState.PastDue, due.State);
        await _app.Stripe.Outside.PayInvoiceAsync(due.LatestInvoiceId!);
        await LaterAsync(TimeSpan.FromMinutes(6));

        Assert.Equal((SubscriptionState.Active, 2), ((await sara.NewestAsync()).State, (await sara.GrantsAsync()).Count));
    }

    [Fact]
    public async Task Looking_again_on_the_page_of_the_plan_asks_the_gateway_too()
    {
        var sara = await Subscriber.NewAsync(_app);
        var chosen = await sara.ChooseAsync();
        await _app.Stripe.Outside.PayAsync(chosen.CheckoutId!);

        using var looked = await sara.Visitor.SubmitAsync($"/plans/{chosen.Id}", $"/plans/{chosen.Id}");

        Assert.Equal("basic", await sara.PlanAsync());
    }

    [Fact]
    public async Task A_plan_of_which_no_checkout_became_known_expires()
    {
        var sara = await Subscriber.NewAsync(_app);
        var chosen = await sara.ChooseAsync();
        await _app.AskAsync(db => db.Subscriptions.Where(s => s.Id == chosen.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.CheckoutId, (string?)null)));

        await LaterAsync(TimeSpan.FromHours(3));

        Assert.Equal(SubscriptionState.Expired, (await sara.NewestAsync()).State);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    private async Task LaterAsync(TimeSpan by)
    {
        await _app.PassAsync(by);
        await _app.ReconcileAsync();
    }
}
