using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

public sealed class PromoCodeTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Fact]
    public async Task A_share_is_taken_off_what_is_shown_and_what_is_paid()
    {
        await OfferAsync(PromoCode.OfPercent("SPRING", 20, Terms()));
        var sara = await Shopper.NewAsync(app);

        Assert.Equal("$4.00", (await sara.Visitor.OpenAsync("/buy-tokens?code=spring")).QuerySelectorAll(".package .price strong")[1].TextContent);
        var payment = await sara.BuyAsync(query: "?code=spring");

        Assert.Equal(new Money(4_00, Currency.Usd), payment.Amount);
        Assert.Equal(500_000, await sara.SpendableAsync());
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task A_whole_discount_is_credited_once_although_nothing_is_paid()
    {
        await OfferAsync(PromoCode.OfPercent("GIFT", 100, Terms()));
        var sara = await Shopper.NewAsync(app);

        var payment = await sara.BuyAsync(query: "?code=gift");

        Assert.Null(payment.GatewayId);
        Assert.Equal($"checkout:{(await sara.OrderAsync(payment.OrderId)).CheckoutId}", payment.CreditKey);
        Assert.Equal(500_000, await sara.SpendableAsync());
        Assert.Contains("Nothing to pay", (await sara.Visitor.OpenAsync("/billing")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await app.AssertBooksAreWholeAsync();
    }

    [Fact]
    public async Task Of_many_who_want_the_last_use_at_once_one_has_it()
    {
        await OfferAsync(PromoCode.OfPercent("LAST", 50, Terms(uses: 3)));
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shopper.NewAsync(app)));
        var forms = await Task.WhenAll(people.Select(p => p.FormAsync(query: "?code=LAST")));

        var answers = await Task.WhenAll(people.Zip(forms, (who, form) => who.SendAsync(form)));

        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(3, await UsesAsync("LAST"));
    }

    [Fact]
    public async Task In_two_windows_of_one_person_a_code_for_once_holds_once()
    {
        await OfferAsync(PromoCode.OfSum("ONCE", new Money(1_00, Currency.Usd), Terms(each: 1)));
        var sara = await Shopper.NewAsync(app);
        var windows = new[] { await sara.FormAsync(query: "?code=once"), await sara.FormAsync("credits-1m", "?code=once") };

        var answers = await Task.WhenAll(windows.Select(sara.SendAsync));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await UsesAsync("ONCE"));
        Assert.Contains("does not hold", (await sara.Visitor.OpenAsync("/buy-tokens?code=once")).QuerySelector(".alert-danger")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_comes_to_nothing_gives_its_use_back()
    {
        await OfferAsync(PromoCode.OfPercent("BACK", 10, Terms(uses: 1, each: 1)));
        var sara = await Shopper.NewAsync(app);
        var order = await sara.ChooseAsync(query: "?code=BACK");
        Assert.Equal(1, await UsesAsync("BACK"));

        await app.Stripe.Outside.ExpireAsync(order.CheckoutId!);
        await app.SettleAsync();

        Assert.Equal(0, await UsesAsync("BACK"));
        await sara.ChooseAsync(query: "?code=BACK");
    }

    [Theory]
    [InlineData("OVER")]
    [InlineData("SOON")]
    [InlineData("MILLION")]
    [InlineData("RIYALS")]
    public async Task A_code_that_does_not_hold_here_or_now_is_refused(string code)
    {
        var now = DateTime.UtcNow;
        await OfferAsync(code switch
        {
            "OVER" => PromoCode.OfPercent(code, 10, new PromoTerms(now.AddDays(-2), now.AddDays(-1))),
            "SOON" => PromoCode.OfPercent(code, 10, new PromoTerms(now.AddDays(1))),
            "MILLION" => PromoCode.OfPercent(code, 10, Terms() with { Packages = ["credits-1m"] }),
            _ => PromoCode.OfSum(code, new Money(1_00, Currency.Sar), Terms()),
        });
        var sara = await Shopper.NewAsync(app);
        var form = await sara.FormAsync();
        form["code"] = code;

        using var response = await sara.SendAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Empty(await sara.OrdersAsync());
    }

    private static PromoTerms Terms(int? uses = null, int? each = null) => new(DateTime.UtcNow.AddDays(-1), MostUses: uses, MostPerAccount: each);

    private Task<int> OfferAsync(PromoCode code) => app.AskAsync(db =>
    {
        db.PromoCodes.Add(code);
        return db.SaveChangesAsync();
    });

    private Task<int> UsesAsync(string code) => app.AskAsync(db => db.PromoCodes.Where(p => p.Code == code).Select(p => p.Uses).SingleAsync());
}
