using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Web.Tests.Billing;

public sealed class CardTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task A_card_is_added_on_the_gateways_page_listed_and_let_go_of()
    {
        var sara = await Shopper.NewAsync(app);
        using var opened = await sara.Visitor.SubmitAsync("/billing/cards", "/billing/cards");
        var session = opened.Headers.Location!.Segments[^1];
        Assert.StartsWith(app.Stripe.Address, opened.Headers.Location.ToString(), StringComparison.Ordinal);

        await app.Stripe.Outside.PayAsync(session);
        await app.SettleAsync();

        Assert.Contains("4242", (await sara.Visitor.OpenAsync("/billing/cards")).QuerySelector(".plain")!.TextContent, StringComparison.Ordinal);
        using var removed = await sara.Visitor.SubmitAsync("/billing/cards", "/billing/cards?handler=Remove");
        Assert.Empty((await sara.Visitor.OpenAsync("/billing/cards")).QuerySelectorAll(".plain li"));
    }

    [Fact]
    public async Task A_card_of_somebody_else_is_not_there()
    {
        var (sara, mallory) = (await Shopper.NewAsync(app), await Shopper.NewAsync(app, "mallory"));
        await sara.ChooseAsync();
        await mallory.ChooseAsync();
        var hers = await app.AskAsync(db => db.GatewayCustomers.Where(c => c.AccountId == sara.AccountId).Select(c => c.CustomerId).SingleAsync());
        var his = await app.AskAsync(db => db.GatewayCustomers.Where(c => c.AccountId == mallory.AccountId).Select(c => c.CustomerId).SingleAsync());
        var card = await app.Stripe.Outside.SaveCardAsync(hers);
        await app.Stripe.Outside.SaveCardAsync(his);

        using var refused = await mallory.Visitor.SubmitAsync("/billing/cards", "/billing/cards?handler=Remove", ("card", card));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.Equal(hers, (string?)app.Stripe.Find(card)!["customer"]);
    }
}
