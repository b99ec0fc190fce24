using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using SaaSChat.Tests.Stripe;
using SaaSChat.Tests.Stripe.Protocol;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What Stripe is asked for, and that the tests' Stripe refuses what the real one would.</summary>
public sealed class StripeRequestTests : IAsyncLifetime
{
    private StripeTill _till = null!;

    private StripeServer Server => _till.Server;

    public async Task InitializeAsync() => _till = await StripeTill.OpenAsync(o => o.AutomaticTax = true);

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Fact]
    public void The_version_is_the_one_that_the_lists_of_parameters_are_of() => Assert.Equal(StripeApi.Version, new Parameters().Version);

    [Fact]
    public void Every_event_that_is_to_be_ticked_is_named()
    {
        var readme = File.ReadAllText(Repository.Path("README.md"));

        Assert.All(StripeEvents.Types.Append(StripeApi.Version), t => Assert.Contains($"`{t}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Checkout_leaves_the_ways_to_pay_and_the_prices_alone()
    {
        var form = await FormOfAsync(o => o with { Line = new SaleLine("٥٠٠ ألف رصيد", new Money(18_99, Currency.Sar)), SavesCard = true });

        Assert.DoesNotContain(form.Keys, k => k.StartsWith("payment_method_types", StringComparison.Ordinal));
        Assert.DoesNotContain("allow_promotion_codes", form.Keys);
        Assert.Equal(("false", "auto", "off_session"), (form["adaptive_pricing[enabled]"], form["locale"], form["payment_method_options[card][setup_future_usage]"]));
        Assert.Equal(("sar", "1899", "inclusive"), (form["line_items[0][price_data][currency]"], form["line_items[0][price_data][unit_amount]"], form["line_items[0][price_data][tax_behavior]"]));
        Assert.Equal(form["metadata[order]"], form["payment_intent_data[metadata][order]"]);
        Assert.Equal("true", form["automatic_tax[enabled]"]);
    }

    [Fact]
    public async Task Plan_is_sold_by_one_price_in_each_language_and_amount()
    {
        var basic = new PlanSale("basic", "Basic", BillingInterval.Month, new Money(9_99, Currency.Usd));

        var prices = new List<string>();
        foreach (var sale in new[] { basic, basic, basic with { Name = "الأساسية" }, basic with { Price = new Money(8_99, Currency.Usd) } })
            prices.Add((await FormOfAsync(o => o with { Plan = sale }))["line_items[0][price]"]);

        Assert.Equal(prices[0], prices[1]);
        Assert.Equal(3, prices.Distinct().Count());
    }

    [Fact]
    public async Task Page_for_cards_is_put_right_again_where_somebody_let_plans_be_changed_there()
    {
        await OpenPortalAsync(_till.Gateway);
        await OpenPortalAsync(_till.Gateway);
        var configuration = Assert.Single(Server.All("billing_portal.configuration"));
        using (var changed = await AskAsync($"/v1/billing_portal/configurations/{configuration["id"]}", "features[subscription_cancel][enabled]=true")) Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        await OpenPortalAsync(_till.AnotherGateway());

        configuration = Assert.Single(Server.All("billing_portal.configuration"));
        Assert.All((string[])["subscription_cancel", "subscription_update"], f => Assert.False((bool)configuration["features"]![f]!["enabled"]!));
    }

    [Theory]
    [InlineData("customer=cus_1&colour=green", "parameter_unknown")]
    [InlineData("mode=payment&line_items[0][price_data][colour]=green", "parameter_unknown")]
    [InlineData("customer=", "parameter_invalid_empty")]
    [InlineData("expires_at=tomorrow", "parameter_invalid_integer")]
    [InlineData("success_url=https://a.example", "parameter_missing")]
    [InlineData("mode=gift", null)]
    [InlineData("line_items=1", null)]
    [InlineData("automatic_tax[enabled]=yes", null)]
    [InlineData("mode=payment&mode=setup", null)]
    public async Task Parameter_that_Stripe_does_not_take_is_refused(string form, string? code)
    {
        using var refused = await AskAsync("/v1/checkout/sessions", form);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["error"]!;
        Assert.Equal(("invalid_request_error", code), ((string?)error["type"], (string?)error["code"]));
    }

    [Theory]
    [InlineData("Authorization", "Bearer sk_test_somebodyelses", HttpStatusCode.Unauthorized)]
    [InlineData("Stripe-Version", "2020-08-27", HttpStatusCode.BadRequest)]
    public async Task Call_by_another_key_or_version_is_refused(string header, string value, HttpStatusCode status)
    {
        using var refused = await AskAsync("/v1/customers", "email=sara@example.com", (header, value));

        Assert.Equal(status, refused.StatusCode);
        Assert.Empty(Server.All("customer"));
    }

    [Fact]
    public async Task Key_is_kept_with_its_answer_for_a_day()
    {
        async Task<(string Body, bool Replayed)> AddAsync(string email)
        {
            using var answer = await AskAsync("/v1/customers", $"email={email}", ("Idempotency-Key", "k1"));
            return (await answer.Content.ReadAsStringAsync(), answer.Headers.Contains("Idempotent-Replayed"));
        }

        var first = await AddAsync("sara@example.com");
        Assert.Equal((first.Body, true), await AddAsync("sara@example.com"));
        Assert.Contains("idempotency_error", (await AddAsync("omar@example.com")).Body, StringComparison.Ordinal);
        await Server.Outside.AdvanceAsync(TimeSpan.FromHours(25));
        Assert.NotEqual(first.Body, (await AddAsync("sara@example.com")).Body);
    }

    [Fact]
    public async Task Body_that_is_no_form_is_refused()
    {
        using var http = new HttpClient();
        using var request = Request("/v1/customers");
        request.Content = new StringContent("{\"email\":\"sara@example.com\"}", Encoding.UTF8, "application/json");

        using var refused = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static async Task OpenPortalAsync(IPaymentGateway gateway)
    {
        var sara = await gateway.AddCustomerAsync(new CustomerOrder("customer:sara", ExampleRows.Id, "sara@example.com", "ar"), default);
        await gateway.PortalAsync(sara, new Uri("https://chat.example/billing"), "ar", default);
    }

    private async Task<Dictionary<string, string>> FormOfAsync(Func<CheckoutOrder, CheckoutOrder> change)
    {
        var sara = await _till.Gateway.AddCustomerAsync(new CustomerOrder("customer:sara", ExampleRows.Id, "sara@example.com", "ar"), default);
        var home = new Uri("https://chat.example/");
        await _till.Gateway.OpenCheckoutAsync(change(new CheckoutOrder($"{Guid.NewGuid()}", Ids.NewId(), sara, home, home, "ar") { Until = DateTime.UtcNow.AddHours(1) }), default);
        var body = Server.Asked.Last(a => a.Path == "/v1/checkout/sessions").Body;
        return body.Split('&').Select(p => p.Split('=')).ToDictionary(p => WebUtility.UrlDecode(p[0])!, p => WebUtility.UrlDecode(p[1])!, StringComparer.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string form, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient();
        using var request = Request(path);
        request.Content = new StringContent(form, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await http.SendAsync(request);
    }

    private HttpRequestMessage Request(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Server.Address + path);
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {StripeServer.SecretKey}");
        request.Headers.TryAddWithoutValidation("Stripe-Version", StripeApi.Version);
        return request;
    }
}
