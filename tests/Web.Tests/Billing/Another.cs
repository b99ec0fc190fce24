using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What should never be, and may be nevertheless.</summary>
internal static class Another
{
    /// <summary>A second checkout of one order; its id.</summary>
    public static Task<string> OpenAnotherAsync(this ShopApp app, Order order) => app.InScopeAsync(async services =>
    {
        var customer = await services.GetRequiredService<AppDbContext>().GatewayCustomers.Where(c => c.AccountId == order.AccountId).Select(c => c.CustomerId).SingleAsync();
        var back = new Uri("https://chat.example/buy-tokens");
        var wish = new CheckoutOrder($"another:{Guid.NewGuid():N}", order.Id, customer, back, back, "en") { Line = new SaleLine("Credits", order.Price), Until = DateTime.UtcNow.AddHours(1) };
        return (await services.GetRequiredService<IPaymentGateway>().OpenCheckoutAsync(wish, default)).Id;
    });
}
