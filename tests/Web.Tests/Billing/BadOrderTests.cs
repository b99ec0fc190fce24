using System.Net;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Forms that were tampered with, or are too old: refused with a clear answer, and nothing is written.</summary>
public sealed class BadOrderTests(ShopApp app) : IClassFixture<ShopApp>
{
    [Theory]
    [InlineData("package", "credits-1b", "not on offer")]
    [InlineData("package", "", "not on offer")]
    [InlineData("package", "CREDITS-500K", "not on offer")]
    [InlineData("package", "credits-10m", "price has changed")]
    [InlineData("currency", "EUR", "not on offer")]
    [InlineData("currency", "JPY", "not on offer")]
    [InlineData("currency", "", "not on offer")]
    [InlineData("currency", "CNY", "price has changed")]
    [InlineData("seen", "1", "price has changed")]
    [InlineData("seen", "0", "price has changed")]
    [InlineData("seen", "-499", "price has changed")]
    [InlineData("seen", "9223372036854775807", "price has changed")]
    [InlineData("seen", "99999999999999999999", "not on offer")]
    [InlineData("seen", "free", "not on offer")]
    [InlineData("clientId", "1", "not on offer")]
    [InlineData("clientId", "00000000-0000-0000-0000-000000000000", "not on offer")]
    [InlineData("code", "NEVER", "does not hold")]
    [InlineData("code", "<script>", "does not hold")]
    public async Task A_field_that_was_changed_is_refused(string field, string value, string answer)
    {
        var mallory = await Shopper.NewAsync(app, "mallory");
        var form = await mallory.FormAsync();
        form[field] = value;

        using var response = await mallory.SendAsync(form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(answer, (await Visitor.PageAsync(response)).QuerySelector(".alert-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await mallory.OrdersAsync());
    }

    [Fact]
    public async Task Quantities_and_prices_of_ones_own_count_for_nothing()
    {
        var mallory = await Shopper.NewAsync(app, "mallory");
        var form = await mallory.FormAsync();
        foreach (var (field, value) in new[] { ("quantity", "100"), ("credits", "999999999"), ("price", "1"), ("accountId", $"{Guid.NewGuid()}"), ("discount", "400") }) form[field] = value;

        using var response = await mallory.SendAsync(form);

        var order = Assert.Single(await mallory.OrdersAsync());
        Assert.Equal((500_000L, new Money(4_99, Currency.Usd)), (order.Credits, order.Total));
        Assert.Equal(499, (long)app.Stripe.Find(order.CheckoutId!)!["amount_total"]!);
    }

    [Fact]
    public async Task A_form_of_somebody_else_is_an_order_of_ones_own()
    {
        var (sara, mallory) = (await Shopper.NewAsync(app), await Shopper.NewAsync(app, "mallory"));
        var (hers, form) = (await sara.FormAsync(), await mallory.FormAsync());
        using var first = await sara.SendAsync(hers);
        form["clientId"] = hers["clientId"];

        using var second = await mallory.SendAsync(form);

        Assert.NotEqual(Assert.Single(await sara.OrdersAsync()).Id, Assert.Single(await mallory.OrdersAsync()).Id);
    }

    [Fact]
    public async Task A_form_that_is_used_again_for_something_else_is_shown_again()
    {
        var sara = await Shopper.NewAsync(app);
        var (form, other) = (await sara.FormAsync(), await sara.FormAsync("credits-1m"));
        using var first = await sara.SendAsync(form);
        other["clientId"] = form["clientId"];

        using var second = await sara.SendAsync(other);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        Assert.Single(await sara.OrdersAsync());
    }

    [Theory]
    [InlineData("?currency=EUR&code=%00&model=%3Cscript%3E&package=../../etc")]
    [InlineData("?currency=&code=&model=&package=&cancelled=perhaps")]
    public async Task An_address_of_nonsense_shows_the_shelf(string query)
    {
        var sara = await Shopper.NewAsync(app);
        Assert.Equal(4, (await sara.Visitor.OpenAsync("/buy-tokens" + query)).QuerySelectorAll(".package").Length);
    }
}
