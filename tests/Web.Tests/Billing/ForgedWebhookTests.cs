using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Only Stripe can credit: whatever somebody else posts is refused, and nothing is written.</summary>
public sealed class ForgedWebhookTests(ShopApp app) : IClassFixture<ShopApp>
{
    private const string Path = "/webhooks/stripe";

    private static readonly Dictionary<string, Func<byte[], string, long, (byte[] Body, string? Header)>> Forgeries = new(StringComparer.Ordinal)
    {
        ["no signature"] = (body, _, _) => (body, null),
        ["an empty signature"] = (body, _, _) => (body, ""),
        ["nonsense"] = (body, _, _) => (body, "t=now,v1=yes"),
        ["another secret"] = (body, _, now) => (body, Webhooks.Sign(body, "whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==", now)),
        ["an empty secret"] = (body, _, now) => (body, Webhooks.Sign(body, "", now)),
        ["too old"] = (body, secret, now) => (body, Webhooks.Sign(body, secret, now - 302)),
        ["from the future"] = (body, secret, now) => (body, Webhooks.Sign(body, secret, now + 302)),
        ["a changed byte"] = (body, secret, now) => ([.. body[..^1], (byte)' '], Webhooks.Sign(body, secret, now)),
        ["serialised again"] = (body, secret, now) => (Encoding.UTF8.GetBytes(JsonNode.Parse(body)!.ToJsonString()), Webhooks.Sign(body, secret, now)),
        ["the old scheme only"] = (body, secret, now) => (body, Webhooks.Sign(body, secret, now).Replace("v1=", "v0=", StringComparison.Ordinal)),
        ["a time that was changed"] = (body, secret, now) => (body, Webhooks.Sign(body, secret, now - 1000).Replace($"t={now - 1000}", $"t={now}", StringComparison.Ordinal)),
        ["no JSON"] = (_, secret, now) => Signed("paid", secret, now),
        ["no event"] = (_, secret, now) => Signed("""{"object":"charge","id":"ch_1"}""", secret, now),
        ["real money"] = (body, secret, now) => Signed(Encoding.UTF8.GetString(body).Replace("\"livemode\": false", "\"livemode\": true", StringComparison.Ordinal), secret, now),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_forgery_is_refused_and_nothing_is_written(string forgery)
    {
        var (sara, told) = await PaidUntoldAsync();
        var (body, header) = Forgeries[forgery](Webhooks.BodyOf(told), app.Stripe.Webhooks.Secret, DateTimeOffset.UtcNow.ToUnixTimeSeconds());

        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(body, header));

        Assert.Equal(0, await app.AskAsync(db => db.PaymentEvents.CountAsync(e => e.Id == (string)told["id"]!)));
        Assert.Equal(0, await sara.SpendableAsync());
    }

    [Fact]
    public async Task While_the_secret_is_changed_one_good_hash_of_two_is_enough()
    {
        var (sara, told) = await PaidUntoldAsync();
        var (body, now) = (Webhooks.BodyOf(told), DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        var other = Webhooks.Sign(body, "whsec_dGhlIG9sZCBzZWNyZXQgb2Ygd2ViaG9va3M=", now).Split(',')[1];

        Assert.Equal(HttpStatusCode.OK, await PostAsync(body, $"{Webhooks.Sign(body, app.Stripe.Webhooks.Secret, now).Replace(",", $",{other},", StringComparison.Ordinal)}"));

        await app.SettleAsync();
        Assert.Equal(500_000, await sara.SpendableAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_is_too_large_is_refused_before_it_is_hashed(bool saysItsLength)
    {
        var body = new byte[(256 * 1024) + 1];
        using var content = saysItsLength ? (HttpContent)new ByteArrayContent(body) : new StreamContent(new Unmeasured(body));
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content, Headers = { TransferEncodingChunked = !saysItsLength } };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", Webhooks.Sign(body, app.Stripe.Webhooks.Secret, DateTimeOffset.UtcNow.ToUnixTimeSeconds()));

        using var response = await app.Visit().Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("sum")]
    [InlineData("currency")]
    [InlineData("customer")]
    public async Task Money_that_does_not_agree_with_the_order_is_not_credited_and_waits_for_somebody_to_look(string wrong)
    {
        app.Stripe.Webhooks.Hold();
        try
        {
            var sara = await Shopper.NewAsync(app);
            var order = await sara.ChooseAsync();
            if (wrong == "sum") await app.AskAsync(db => db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.PriceMinor, 10_000)));
            if (wrong == "currency") await app.AskAsync(db => db.Orders.Where(o => o.Id == order.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Currency, Currency.Sar)));
            if (wrong == "customer") await app.AskAsync(db => db.GatewayCustomers.Where(c => c.AccountId == sara.AccountId).ExecuteUpdateAsync(c => c.SetProperty(x => x.CustomerId, "cus_of_somebody")));

            await app.Stripe.Outside.PayAsync(order.CheckoutId!);
            await app.Stripe.Webhooks.SendAsync(EventsOf(order.CheckoutId!), to: app.CreateClient());
            await app.SettleAsync();

            Assert.Equal(0, await sara.SpendableAsync());
            Assert.Equal(PaymentEventState.Refused, await app.AskAsync(db => db.PaymentEvents.Where(e => e.ObjectId == order.CheckoutId).Select(e => e.State).SingleAsync()));
        }
        finally
        {
            app.Stripe.Webhooks.SendTo(app.CreateClient());
        }
    }

    [Fact]
    public async Task An_event_that_says_paid_of_a_checkout_that_is_not_is_not_believed()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        var session = app.Stripe.Find(order.CheckoutId!)!;
        (session["status"], session["payment_status"]) = ("complete", "paid");
        var said = new JsonObject
        {
            ["id"] = $"evt_{Guid.NewGuid():N}", ["object"] = "event", ["type"] = "checkout.session.completed", ["created"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), ["livemode"] = false,
            ["data"] = new JsonObject { ["object"] = session },
        };

        await app.Stripe.Webhooks.SendAsync([said], to: app.CreateClient());
        await app.SettleAsync();

        Assert.Equal(0, await sara.SpendableAsync());
        Assert.Equal(OrderState.Open, (await sara.OrderAsync(order.Id)).State);
    }

    [Fact]
    public async Task The_site_that_takes_test_money_believes_nothing_of_real_money()
    {
        var sara = await Shopper.NewAsync(app);
        app.Stripe.Webhooks.Hold();
        app.Stripe.Outside.GoLive();
        try
        {
            var order = await sara.ChooseAsync();
            await app.Stripe.Outside.PayAsync(order.CheckoutId!);

            Assert.All(await app.Stripe.Webhooks.SendAsync(EventsOf(order.CheckoutId!), to: app.CreateClient()), d => Assert.Equal(400, d.Status));
            Assert.Equal(0, await sara.SpendableAsync());
        }
        finally
        {
            app.Stripe.Outside.GoLive(false);
            app.Stripe.Webhooks.SendTo(app.CreateClient());
        }
    }

    private static (byte[], string?) Signed(string text, string secret, long now) => (Encoding.UTF8.GetBytes(text), Webhooks.Sign(Encoding.UTF8.GetBytes(text), secret, now));

    private IEnumerable<JsonObject> EventsOf(string checkout) =>
        app.Stripe.Webhooks.All.Where(e => (string)e["data"]!["object"]!["id"]! == checkout && (string)e["type"]! == "checkout.session.completed");

    // What Stripe would have told, and did not.
    private async Task<(Shopper Who, JsonObject Told)> PaidUntoldAsync()
    {
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync();
        app.Stripe.Webhooks.Hold();
        await app.Stripe.Outside.PayAsync(order.CheckoutId!);
        app.Stripe.Webhooks.SendTo(app.CreateClient());
        return (sara, EventsOf(order.CheckoutId!).Single());
    }

    private async Task<HttpStatusCode> PostAsync(byte[] body, string? header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        if (header is not null) request.Headers.TryAddWithoutValidation("Stripe-Signature", header);
        using var response = await app.Visit().Client.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>A stream that does not tell how long it is.</summary>
    private sealed class Unmeasured(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}
