using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
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
