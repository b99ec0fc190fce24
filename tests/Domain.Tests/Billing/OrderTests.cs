using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class OrderTests
{
    private const string Customer = "cus_sara";

    private static readonly DateTime Noon = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);

    private readonly Order _order = Order.Place(Guid.NewGuid(), Guid.NewGuid(), new OrderTerms(Guid.NewGuid(), PackageCatalogue.All[1], Usd(499), Usd(99), "SPRING", "en"), Noon);

    [Fact]
    public void Its_own_checkout_over_its_own_sum_is_without_fault() => Assert.Null(_order.FaultOf(Checkout(), Customer));

    [Fact]
    public void Whatever_does_not_agree_is_named()
    {
        Assert.Equal(CheckoutFault.Order, _order.FaultOf(Checkout() with { OrderId = Guid.NewGuid() }, Customer));
        Assert.Equal(CheckoutFault.Customer, _order.FaultOf(Checkout() with { CustomerId = "cus_omar" }, Customer));
        Assert.Equal(CheckoutFault.Customer, _order.FaultOf(Checkout() with { CustomerId = null }, null));
        Assert.Equal(CheckoutFault.Currency, _order.FaultOf(Checkout() with { Subtotal = new Money(499, Currency.Sar) }, Customer));
        Assert.Equal(CheckoutFault.Currency, _order.FaultOf(Checkout() with { Subtotal = null }, Customer));
        Assert.Equal(CheckoutFault.Sum, _order.FaultOf(Checkout() with { Subtotal = Usd(498) }, Customer));
        Assert.Equal(CheckoutFault.Sum, _order.FaultOf(Checkout() with { Total = Usd(399) }, Customer));
        Assert.Equal(CheckoutFault.Sum, _order.FaultOf(Checkout() with { Total = null }, Customer));
    }

    [Fact]
    public void It_is_paid_once_and_after_it_had_ended_too()
    {
        Assert.True(_order.TryEnd(OrderState.Expired, Noon));
        Assert.False(_order.TryEnd(OrderState.Failed, Noon));

        _order.Pay(Noon);

        Assert.Equal(OrderState.Paid, _order.State);
        Assert.False(_order.TryEnd(OrderState.Expired, Noon));
        Assert.Throws<InvalidOperationException>(() => _order.Pay(Noon));
    }

    private HostedCheckout Checkout() => new("cs_1", CheckoutState.Complete, CheckoutPayment.Paid, null, _order.Id, Customer, Usd(499), Usd(400), IsLive: false);

    private static Money Usd(long minor) => new(minor, Currency.Usd);
}
