using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Somebody who buys, by the forms that stand on the pages.</summary>
internal sealed class Shopper(ShopApp app, Visitor visitor, Guid accountId)
{
    public const string Half = "credits-500k";

    private static int _made;

    public Visitor Visitor { get; } = visitor;
    public Guid AccountId { get; } = accountId;

    public static async Task<Shopper> NewAsync(ShopApp app, string name = "sara", string language = "en")
    {
        var email = $"{name}-{Interlocked.Increment(ref _made)}@example.com";
        var user = await app.AddUserAsync(email);
        var visitor = app.Visit(language);
        Assert.Equal(HttpStatusCode.Redirect, await visitor.SignInAsync(email, People.Password));
        return new Shopper(app, visitor, await app.AccountOfAsync(user));
    }

    /// <summary>The hidden fields of a package's form.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string package = Half, string query = "")
    {
        var page = await Visitor.OpenAsync("/buy-tokens" + query);
        var form = page.Forms.Single(f => f.QuerySelector($"input[name=package][value='{package}']") is not null && f.Method == "post");
        return form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
    }

    public async Task<HttpResponseMessage> SendAsync(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await Visitor.Client.PostAsync("/buy-tokens", content);
    }

    /// <summary>Chooses a package and is sent on to pay it.</summary>
    public async Task<Order> ChooseAsync(string package = Half, string query = "")
    {
        using var response = await SendAsync(await FormAsync(package, query));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var order = (await OrdersAsync())[^1];
        Assert.Equal($"{app.Stripe.Address}/c/pay/{order.CheckoutId}", response.Headers.Location!.ToString());
        return order;
    }

    /// <summary>Chooses a package and pays it; everything that follows has come to pass.</summary>
    public async Task<Payment> BuyAsync(string package = Half, string query = "")
    {
        var order = await ChooseAsync(package, query);
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        await app.SettleAsync();
        return await PaymentAsync(order.Id);
    }

    public Task<List<Order>> OrdersAsync() => app.AskAsync(db => db.Orders.Where(o => o.AccountId == AccountId).OrderBy(o => o.PlacedAt).ToListAsync());

    public Task<Order> OrderAsync(Guid id) => app.AskAsync(db => db.Orders.SingleAsync(o => o.Id == id));

    public Task<Payment> PaymentAsync(Guid orderId) => app.AskAsync(db => db.Payments.SingleAsync(p => p.OrderId == orderId && p.Credits > 0));

    public Task<long> SpendableAsync() => app.SpendableAsync(AccountId);
}
