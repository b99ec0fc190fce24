using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Tests.Stripe;
using SaaSChat.Tests.Stripe.Protocol;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

public sealed class PurchaseTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task A_package_is_credited_once_it_is_paid_and_not_before()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();

        Assert.Contains("Waiting for the payment", await TextAsync(sara, $"/buy-tokens/{order.Id}"), StringComparison.Ordinal);
        Assert.Equal(0, await sara.SpendableAsync());

        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await app.SettleAsync();

        Assert.Equal(500_000, await sara.SpendableAsync());
        Assert.Contains("500,000 credits are in your balance", await TextAsync(sara, $"/buy-tokens/{order.Id}"), StringComparison.Ordinal);
        Assert.Equal("payment:" + (await sara.PaymentAsync(order.Id)).GatewayId, (await app.AskAsync(db => db.CreditGrants.SingleAsync(g => g.AccountId == sara.AccountId))).SourceKey);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Who_has_paid_is_written_to_and_finds_the_payment_with_its_method_and_receipt_in_both_languages()
    {
        var sara = await Shopper.NewAsync(app);
        var payment = await sara.BuyAsync();

        var row = (await sara.Visitor.OpenAsync("/billing")).QuerySelector("tbody tr")!.TextContent;
        Assert.All(["500,000 credits", "Paid", "4242", "$4.99"], part => Assert.Contains(part, row, StringComparison.Ordinal));
        Assert.Contains("$4.99", await TextAsync(sara, $"/en/receipts/{payment.Id}"), StringComparison.Ordinal);
        Assert.Equal("rtl", (await sara.Visitor.OpenAsync($"/ar/receipts/{payment.Id}")).DocumentElement.GetAttribute("dir"));
        Assert.Equal($"/en/receipts/{payment.Id}", Assert.Single(await LettersAsync(sara, MailKind.PaymentReceipt)));
        Assert.Equal(500_000, (await NoticesAsync(sara)).Single(n => n.Kind == NoticeKind.Bought).Amount);
    }

    [Fact]
    public async Task Pressing_twice_is_one_order_with_one_checkout()
    {
        var sara = await Shopper.NewAsync(app);
        var form = await sara.FormAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sara.SendAsync(form)));

        var order = Assert.Single(await sara.OrdersAsync());
        Assert.Single(answers.Select(a => a.Headers.Location!.ToString()).Distinct(StringComparer.Ordinal));
        Assert.Single(app.Stripe.All("checkout.session"), s => (string?)s["metadata"]?["order"] == $"{order.Id}");
    }

    [Fact]
    public async Task Who_goes_back_after_paying_and_presses_again_pays_nothing_more()
    {
        var sara = await Shopper.NewAsync(app);
        var form = await sara.FormAsync();
        using var first = await sara.SendAsync(form);
        var order = Assert.Single(await sara.OrdersAsync());
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await app.SettleAsync();

        using var again = await sara.SendAsync(form);

        Assert.Equal($"/buy-tokens/{order.Id}", again.Headers.Location!.ToString());
        Assert.Single(await sara.OrdersAsync());
    }

    [Fact]
    public async Task Who_calls_the_payment_off_finds_the_choice_as_it_was()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync(query: "?currency=SAR");

        var page = await sara.Visitor.OpenAsync(new Uri((string)app.Stripe.Find(order.CheckoutId!)!["cancel_url"]!).PathAndQuery);

        Assert.Contains("nothing was charged", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("500,000 credits", page.QuerySelector(".is-chosen h2")!.TextContent);
        Assert.Equal("Saudi riyals", page.QuerySelector(".choices [aria-current]")!.TextContent);
        Assert.Equal(0, await sara.SpendableAsync());
    }

    [Fact]
    public async Task The_currency_that_was_paid_in_is_offered_the_next_time()
    {
        var sara = await Shopper.NewAsync(app, language: "ar");
        Assert.Equal("SAR", (await sara.FormAsync())["currency"]);
        await sara.ChooseAsync(query: "?currency=CNY");

        Assert.Equal("CNY", (await sara.FormAsync())["currency"]);
    }

    [Fact]
    public async Task A_card_that_declines_leaves_the_order_open_and_charges_nothing()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();

        Assert.False(await app.Stripe.Outside.PayAsync(order.CheckoutId!, CardMood.Declines));
        await app.SettleAsync();

        Assert.Equal(OrderState.Open, (await sara.OrderAsync(order.Id)).State);
        Assert.Equal(0, await sara.SpendableAsync());
        Assert.True(await app.Stripe.Outside.PayAsync(order.CheckoutId!));
        await app.SettleAsync();
        Assert.Equal(500_000, await sara.SpendableAsync());
    }

    [Theory]
    [InlineData(true, OrderState.Paid, 500_000)]
    [InlineData(false, OrderState.Failed, 0)]
    public async Task Money_that_takes_its_time_is_credited_when_it_arrives(bool arrives, OrderState end, long credits)
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.Stripe.Outside.PayLaterAsync(order.CheckoutId!);
        await app.SettleAsync();

        Assert.Equal(OrderState.Awaited, (await sara.OrderAsync(order.Id)).State);
        Assert.Equal(0, await sara.SpendableAsync());
        Assert.Contains("$4.99", (await sara.Visitor.OpenAsync("/billing")).QuerySelector(".alert-info")!.TextContent, StringComparison.Ordinal);

        await app.Stripe.Outside.ArriveAsync(order.CheckoutId!, arrives);
        await app.SettleAsync();

        Assert.Equal(end, (await sara.OrderAsync(order.Id)).State);
        Assert.Equal(credits, await sara.SpendableAsync());
    }

    [Fact]
    public async Task A_page_that_was_left_too_long_closes_and_leads_back_to_the_shelf()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        await app.Stripe.Outside.ExpireAsync(order.CheckoutId!);
        await app.SettleAsync();

        var page = await sara.Visitor.OpenAsync($"/buy-tokens/{order.Id}");

        Assert.Contains("The payment page has closed", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/buy-tokens?package={Shopper.Half}&currency=USD']"));
    }

    [Fact]
    public async Task Where_the_gateway_is_down_people_are_told_so_and_their_next_press_goes_on_with_the_same_order()
    {
        var sara = await Shopper.NewAsync(app);
        var form = await sara.FormAsync();
        app.Stripe.Faults.Next(Fault.Unavailable, times: 100);

        using var refused = await sara.SendAsync(form);
        app.Stripe.Faults.Clear();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Nothing was charged", (await Visitor.PageAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
        using var again = await sara.SendAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Single(await sara.OrdersAsync());
    }

    [Fact]
    public async Task Orders_and_receipts_of_others_are_not_there()
    {
        var (sara, omar) = (await Shopper.NewAsync(app), await Shopper.NewAsync(app, "omar"));
        var payment = await sara.BuyAsync();

        Assert.Equal(HttpStatusCode.NotFound, await omar.Visitor.StatusAsync($"/buy-tokens/{payment.OrderId}"));
        Assert.Equal(HttpStatusCode.NotFound, await omar.Visitor.StatusAsync($"/en/receipts/{payment.Id}"));
        Assert.Empty((await omar.Visitor.OpenAsync("/billing")).QuerySelectorAll("tbody tr"));
    }

    private static async Task<string> TextAsync(Shopper who, string path) => (await who.Visitor.OpenAsync(path)).Body!.TextContent;

    private Task<List<Notice>> NoticesAsync(Shopper who) =>
        app.AskAsync(db => db.Notices.Where(n => db.Accounts.Any(a => a.Id == who.AccountId && a.OwnerId == n.UserId)).ToListAsync());

    // Where each letter's button leads, while it is kept.
    private async Task<IEnumerable<string>> LettersAsync(Shopper who, MailKind kind)
    {
        var email = await app.AskAsync(db => db.Users.Where(u => db.Accounts.Any(a => a.Id == who.AccountId && a.OwnerId == u.Id)).Select(u => u.Email!).SingleAsync());
        var box = new Mail.Mailbox(app, email);
        Assert.Equal(1, await app.AskAsync(db => db.OutboxMails.CountAsync(m => m.To == email && m.Kind == kind)));
        return [await box.NextLinkAsync()];
    }
}
