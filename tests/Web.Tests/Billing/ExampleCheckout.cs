using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Simulated;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>One open page of the simulated gateway, so that it can be asked for.</summary>
public static class ExampleCheckout
{
    public const string Id = "cs_example";

    public static void KeepIn(IServiceProvider services) => services.GetService<SimulatedBooks>()?.Change(state =>
    {
        var price = new Money(4_99, Currency.Usd);
        var home = new Uri("http://localhost/");
        var order = new CheckoutOrder("example", ExampleRows.Id, "cus_example", home, home, "en") { Line = new SaleLine("Example", price), Until = DateTime.UtcNow.AddDays(1) };
        var told = new HostedCheckout(Id, CheckoutState.Open, CheckoutPayment.Unpaid, new Uri(home, $"/dev/checkout/{Id}"), order.OrderId, order.CustomerId, price, price, IsLive: false);
        return state.Checkouts[Id] = new SimulatedCheckout(order, told);
    });
}
