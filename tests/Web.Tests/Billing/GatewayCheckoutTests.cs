using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

public abstract class GatewayCheckoutTests : GatewayFacts
{
    [Fact]
    public async Task Somebody_who_is_added_twice_by_one_key_is_one_customer()
    {
        var order = new CustomerOrder("customer:sara", Ids.NewId(), "sara@example.com", "ar");

        Assert.Equal(await Gateway.AddCustomerAsync(order, default), await Gateway.AddCustomerAsync(order, default));
        Assert.NotEqual(await SaraAsync(), await SaraAsync());
    }

    [Fact]
    public async Task Checkout_that_is_open_tells_what_it_is_for_and_where_to_pay()
    {
        var order = Order(await SaraAsync()) with { Line = Package };

        var checkout = await NowAsync(await OpenAsync(order));

        Assert.Equal((CheckoutState.Open, CheckoutPayment.Unpaid, false), (checkout.State, checkout.Payment, checkout.IsLive));
        Assert.Equal((order.OrderId, order.CustomerId), (checkout.OrderId, checkout.CustomerId));
        Assert.Equal((Package.Price, Package.Price), (checkout.Subtotal, checkout.Total));
        Assert.True(checkout.Page!.IsAbsoluteUri);
    }

    [Fact]
    public async Task Checkout_that_is_opened_again_by_its_key_is_the_same_one()
    {
        var order = Order(await SaraAsync()) with { Line = Package };

        Assert.Equal((await OpenAsync(order)).Id, (await OpenAsync(order)).Id);
    }

    [Fact]
    public async Task Key_that_was_used_for_something_else_is_refused()
    {
        var order = Order(await SaraAsync()) with { Line = Package };
        await OpenAsync(order);

        await RefusedAsync(GatewayFault.KeyReused, () => OpenAsync(order with { Line = new SaleLine("10,000,000 credits", Package.Price) }));
    }

    [Fact]
    public async Task Checkout_that_is_paid_leads_to_its_payment()
    {
        var order = Order(await SaraAsync()) with { Line = Package };
        var checkout = await OpenAsync(order);

        await Till.PayAsync(checkout);

        checkout = await NowAsync(checkout);
        Assert.Equal((CheckoutState.Complete, CheckoutPayment.Paid), (checkout.State, checkout.Payment));
        var payment = await Gateway.PaymentAsync(checkout.PaymentId!, default);
        Assert.Equal((GatewayPaymentState.Paid, Package.Price, order.OrderId, order.CustomerId), (payment.State, payment.Amount, payment.OrderId, payment.CustomerId));
        Assert.Equal(("card", "4242", null), (payment.Method, payment.Last4, payment.Decline));
    }

    [Fact]
    public async Task Card_that_declines_leaves_the_checkout_open()
    {
        var checkout = await OpenAsync(Order(await SaraAsync()) with { Line = Package });

        await DeclineAsync(checkout);
        Assert.Equal((CheckoutState.Open, CheckoutPayment.Unpaid), (await NowAsync(checkout)) is var declined ? (declined.State, declined.Payment) : default);

        await Till.PayAsync(checkout);
        Assert.Equal(CheckoutPayment.Paid, (await NowAsync(checkout)).Payment);
    }

    [Theory]
    [InlineData(true, CheckoutState.Complete)]
    [InlineData(false, CheckoutState.Open)]
    public async Task Card_that_wants_its_owner_pays_once_they_have_said_so(bool confirmed, CheckoutState then)
    {
        var checkout = await OpenAsync(Order(await SaraAsync()) with { Line = Package });
        await Till.PayAsync(checkout, CardMood.WantsOwner);
        Assert.Equal(CheckoutPayment.Unpaid, (await NowAsync(checkout)).Payment);

        await Till.AuthenticateAsync(checkout, confirmed);

        Assert.Equal(then, (await NowAsync(checkout)).State);
    }

    [Theory]
    [InlineData(true, CheckoutPayment.Paid, GatewayPaymentState.Paid)]
    [InlineData(false, CheckoutPayment.Unpaid, GatewayPaymentState.Declined)]
    public async Task What_is_paid_later_is_unpaid_until_it_arrives(bool paid, CheckoutPayment then, GatewayPaymentState payment)
    {
        var checkout = await OpenAsync(Order(await SaraAsync()) with { Line = Package });
        await Till.PayLaterAsync(checkout);
        var waiting = await NowAsync(checkout);
        Assert.Equal((CheckoutState.Complete, CheckoutPayment.Unpaid), (waiting.State, waiting.Payment));
        Assert.Equal(GatewayPaymentState.Pending, (await Gateway.PaymentAsync(waiting.PaymentId!, default)).State);

        await Till.ArriveAsync(checkout, paid);

        Assert.Equal(then, (await NowAsync(checkout)).Payment);
        Assert.Equal(payment, (await Gateway.PaymentAsync(waiting.PaymentId!, default)).State);
    }

    [Fact]
    public async Task Discount_is_taken_off_what_is_paid_and_not_off_what_is_sold()
    {
        var order = Order(await SaraAsync()) with { Line = Package, Discount = new Money(99, Currency.Usd) };
        var checkout = await OpenAsync(order);
        Assert.Equal(checkout.Id, (await OpenAsync(order)).Id);

        await Till.PayAsync(checkout);

        checkout = await NowAsync(checkout);
        Assert.Equal((Package.Price, new Money(4_00, Currency.Usd)), (checkout.Subtotal, checkout.Total));
        Assert.Equal(4_00, (await Gateway.PaymentAsync(checkout.PaymentId!, default)).Amount.Minor);
    }

    [Fact]
    public async Task Whole_discount_leaves_nothing_to_pay()
    {
        var checkout = await OpenAsync(Order(await SaraAsync()) with { Line = Package, Discount = Package.Price });

        await Till.PayAsync(checkout);

        checkout = await NowAsync(checkout);
        Assert.Equal((CheckoutState.Complete, CheckoutPayment.NothingToPay, null), (checkout.State, checkout.Payment, checkout.PaymentId));
    }

    [Fact]
    public async Task Checkout_that_is_ended_cannot_be_paid_and_one_that_is_over_stays_as_it_is()
    {
        var customer = await SaraAsync();
        var (ended, paid) = (await OpenAsync(Order(customer) with { Line = Package }), await OpenAsync(Order(customer) with { Line = Package }));
        await Till.PayAsync(paid);

        Assert.Equal(CheckoutState.Expired, (await Gateway.EndCheckoutAsync(ended.Id, default)).State);
        Assert.Equal(CheckoutState.Expired, (await Gateway.EndCheckoutAsync(ended.Id, default)).State);
        Assert.Equal(CheckoutState.Complete, (await Gateway.EndCheckoutAsync(paid.Id, default)).State);
        Assert.Null((await NowAsync(ended)).Page);
    }

    [Fact]
    public async Task Card_that_is_saved_can_be_listed_and_let_go_of_by_its_customer_only()
    {
        var (sara, omar) = (await SaraAsync(), await SaraAsync());
        var checkout = await OpenAsync(Order(sara) with { SavesCard = true });
        await Till.PayAsync(checkout);

        var card = Assert.Single(await Gateway.CardsAsync(sara, default));
        Assert.Equal(card.Id, (await NowAsync(checkout)).SavedCardId);
        Assert.Equal(("visa", "4242"), (card.Brand, card.Last4));
        await RefusedAsync(GatewayFault.NotFound, () => Gateway.RemoveCardAsync(omar, card.Id, default));

        await Gateway.RemoveCardAsync(sara, card.Id, default);
        Assert.Empty(await Gateway.CardsAsync(sara, default));
    }

    [Fact]
    public async Task Card_is_kept_from_a_payment_only_where_that_was_asked_for()
    {
        var sara = await SaraAsync();
        await PaidAsync(sara);
        Assert.Empty(await Gateway.CardsAsync(sara, default));

        await Till.PayAsync(await OpenAsync(Order(sara) with { Line = Package, SavesCard = true }));
        Assert.Single(await Gateway.CardsAsync(sara, default));
    }

    [Fact]
    public async Task Pages_for_cards_and_invoices_have_an_address()
    {
        var page = await Gateway.PortalAsync(await SaraAsync(), new Uri("https://chat.example/billing"), "ar", default);

        Assert.True(page.IsAbsoluteUri);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        await RefusedAsync(GatewayFault.NotFound, () => Gateway.CheckoutAsync("cs_of_nobody", default));
        await RefusedAsync(GatewayFault.NotFound, () => Gateway.PaymentAsync("pi_of_nobody", default));
        await RefusedAsync(GatewayFault.NotFound, () => Gateway.SubscriptionAsync("sub_of_nobody", default));
        await RefusedAsync(GatewayFault.NotFound, () => Gateway.EndNowAsync("sub_of_nobody", default));
        await RefusedAsync(GatewayFault.NotFound, () => Gateway.InvoiceAsync("in_of_nobody", default));
        await RefusedAsync(GatewayFault.NotFound, () => OpenAsync(Order("cus_of_nobody") with { Line = Package }));
    }
}
