using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Development's pages: somebody pays, and everything that banks do is a button.</summary>
public sealed class SimulatedPagesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly Uri Site = new("http://localhost/");

    private IPaymentGateway Gateway => app.Services.GetRequiredService<IPaymentGateway>();

    [Theory]
    [InlineData("Pay", CheckoutPayment.Paid)]
    [InlineData("Alipay", CheckoutPayment.Paid)]
    [InlineData("Later", CheckoutPayment.Unpaid)]
    public async Task Sara_pays_and_comes_back(string choice, CheckoutPayment payment)
    {
        var (checkout, sara) = (await OpenAsync(), app.Visit("ar"));

        using var back = await sara.SubmitAsync(checkout.Page!.PathAndQuery, checkout.Page.PathAndQuery, ("choice", choice));

        Assert.Equal((HttpStatusCode.Redirect, new Uri(Site, "buy-tokens/return")), (back.StatusCode, back.Headers.Location));
        Assert.Equal((CheckoutState.Complete, payment), await Gateway.CheckoutAsync(checkout.Id, default) is var now ? (now.State, now.Payment) : default);
    }

    [Fact]
    public async Task Card_that_declines_is_told_of_and_another_may_be_tried()
    {
        var (checkout, sara) = (await OpenAsync(), app.Visit());
        var page = checkout.Page!.PathAndQuery;

        using var declined = await sara.SubmitAsync(page, page, ("choice", "Decline"));
        var told = await sara.OpenAsync(declined.Headers.Location!.ToString());
        using var paid = await sara.SubmitAsync(page, page, ("choice", "Pay"));

        Assert.NotNull(told.QuerySelector("[role=alert]"));
        Assert.Equal(CheckoutState.Complete, (await Gateway.CheckoutAsync(checkout.Id, default)).State);
    }

    [Fact]
    public async Task Card_that_wants_its_owner_asks_them()
    {
        var (checkout, sara) = (await OpenAsync(), app.Visit());
        var page = checkout.Page!.PathAndQuery;

        using var asked = await sara.SubmitAsync(page, page, ("choice", "Authenticate"));
        Assert.Equal(2, (await sara.OpenAsync(page)).QuerySelectorAll("main button[name=choice]").Length);
        using var paid = await sara.SubmitAsync(page, page, ("choice", "Confirm"));

        Assert.Equal(CheckoutPayment.Paid, (await Gateway.CheckoutAsync(checkout.Id, default)).Payment);
    }

    [Fact]
    public async Task Page_of_nobody_is_not_there()
    {
        using var answer = await app.Visit().Client.GetAsync("/dev/checkout/cs_of_nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Payment_is_given_back_and_disputed_by_buttons()
    {
        var checkout = await OpenAsync();
        using (await app.Visit().SubmitAsync(checkout.Page!.PathAndQuery, checkout.Page.PathAndQuery, ("choice", "Pay"))) { }
        var id = (await Gateway.CheckoutAsync(checkout.Id, default)).PaymentId!;

        await ActAsync(id, "RefundHalf");
        await ActAsync(id, "Dispute");
        await ActAsync(id, "Win");

        var payment = await Gateway.PaymentAsync(id, default);
        Assert.Equal((2_49L, GatewayDisputeState.Won), (payment.Refunded.Minor, payment.Dispute!.State));
        await ActAsync(id, "Refund");
        Assert.Equal(4_99, (await Gateway.PaymentAsync(id, default)).Refunded.Minor);
    }

    private async Task ActAsync(string id, string act)
    {
        using var done = await app.Visit().SubmitAsync("/dev/payments", "/dev/payments", ("id", id), ("act", act));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private async Task<HostedCheckout> OpenAsync()
    {
        var sara = await Gateway.AddCustomerAsync(new CustomerOrder($"{Guid.NewGuid()}", Ids.NewId(), "sara@example.com", "ar"), default);
        var order = new CheckoutOrder($"{Guid.NewGuid()}", Ids.NewId(), sara, new Uri(Site, "buy-tokens/return"), new Uri(Site, "buy-tokens"), "ar")
        {
            Line = new SaleLine("٥٠٠ ألف رصيد", new Money(4_99, Currency.Usd)), Until = DateTime.UtcNow.AddHours(1),
        };
        return await Gateway.OpenCheckoutAsync(order, default);
    }
}
