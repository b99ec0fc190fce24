using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Whoever leaves is charged nothing more, or does not leave.</summary>
public sealed class PlanDeletionTests(PlanShop app) : IClassFixture<PlanShop>
{
    [Fact]
    public async Task Whoever_leaves_sees_what_they_lose_and_their_plan_and_open_pages_are_ended_at_the_gateway()
    {
        var sara = await Subscriber.NewAsync(app);
        var living = await sara.SubscribeAsync();
        var open = await new Shopper(app, sara.Visitor, sara.AccountId).ChooseAsync();

        var page = await sara.Visitor.OpenAsync("/account/deletion");
        Assert.Contains("days of your plan that you have paid for", page.Body!.TextContent, StringComparison.Ordinal);
        using var gone = await LeaveAsync(sara);

        Assert.Equal("/", gone.Headers.Location?.ToString());
        Assert.Equal("canceled", (string)app.Stripe.Find(living.GatewayId!)!["status"]!);
        Assert.Equal("expired", (string)app.Stripe.Find(open.CheckoutId!)!["status"]!);
        Assert.Equal(SubscriptionState.Ended, (await sara.NewestAsync()).State);
    }

    [Fact]
    public async Task A_page_that_is_opened_while_its_buyer_leaves_cannot_be_paid()
    {
        var nour = await Subscriber.NewAsync(app, "nour");
        var user = await app.AskAsync(db => db.Accounts.Where(a => a.Id == nour.AccountId).Select(a => a.OwnerId!.Value).SingleAsync());
        var wish = new OrderWish(Guid.NewGuid(), Shopper.Half, Currency.Usd, 499, null, "en");
        var placed = await app.InScopeAsync(async services => (await services.GetRequiredService<OrderPlacing>().PlaceAsync(nour.AccountId, user, wish, default)).Order!);
        await app.InScopeAsync(services => services.GetRequiredService<GatewayCustomers>().IdOfAsync(nour.AccountId, user, default));
        using var gone = await LeaveAsync(nour);

        var back = new Uri("https://chat.example/buy-tokens");
        var page = await app.InScopeAsync(services => services.GetRequiredService<CheckoutOpening>().OpenAsync(placed, new CheckoutTexts("500,000 credits", back, back), default));

        Assert.Equal("/", gone.Headers.Location?.ToString());
        Assert.Equal("expired", (string)app.Stripe.Find(page.Id)!["status"]!);
    }

    [Fact]
    public async Task Where_the_gateway_is_down_nobody_is_deleted_and_they_are_told_why()
    {
        var omar = await Subscriber.NewAsync(app, "omar");
        await omar.SubscribeAsync();
        app.Stripe.Faults.Next(Fault.Unavailable, times: 100);

        using var stays = await LeaveAsync(omar);
        app.Stripe.Faults.Clear();

        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.Contains("your account is still here", (await Visitor.PageAsync(stays)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Active, (await omar.NewestAsync()).State);
        Assert.Null(await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == omar.AccountId && a.OwnerId == u.Id)).Select(u => u.DeletedAt).SingleAsync()));
    }

    private async Task<HttpResponseMessage> LeaveAsync(Subscriber who)
    {
        var email = await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == who.AccountId && a.OwnerId == u.Id)).Select(u => u.Email!).SingleAsync());
        return await who.Visitor.SubmitAsync("/account/deletion", "/account/deletion", ("Input.Address", email));
    }
}
