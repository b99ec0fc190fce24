using SaaSChat.Domain;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>What every gateway does alike; each that we have runs these.</summary>
public abstract class GatewayFacts : IAsyncLifetime
{
    private protected static readonly SaleLine Package = new("500,000 credits", new Money(4_99, Currency.Usd));
    private protected static readonly PlanSale Basic = new("basic", "Basic", BillingInterval.Month, new Money(9_99, Currency.Usd));
    private protected static readonly PlanSale Premium = new("premium", "Premium", BillingInterval.Month, new Money(29_99, Currency.Usd));

    private protected Till Till { get; private set; } = null!;

    private protected IPaymentGateway Gateway => Till.Gateway;

    public async Task InitializeAsync() => Till = await OpenAsync();

    public async Task DisposeAsync() => await Till.DisposeAsync();

    private protected abstract Task<Till> OpenAsync();

    private protected Task<string> SaraAsync() => Gateway.AddCustomerAsync(new CustomerOrder($"customer:{Guid.NewGuid():N}", Ids.NewId(), "sara@example.com", "ar"), default);

    private protected static CheckoutOrder Order(string customer) => new(
        $"checkout:{Guid.NewGuid():N}", Ids.NewId(), customer, new Uri("https://chat.example/buy-tokens/return"), new Uri("https://chat.example/buy-tokens"), "en")
    {
        Until = DateTime.UtcNow.AddHours(1),
    };

    private protected Task<HostedCheckout> OpenAsync(CheckoutOrder order) => Gateway.OpenCheckoutAsync(order, default);

    private protected Task<HostedCheckout> NowAsync(HostedCheckout checkout) => Gateway.CheckoutAsync(checkout.Id, default);

    private protected async Task<GatewayPayment> PaidAsync(string customer, SaleLine? line = null)
    {
        var checkout = await OpenAsync(Order(customer) with { Line = line ?? Package });
        await Till.PayAsync(checkout);
        return await Gateway.PaymentAsync((await NowAsync(checkout)).PaymentId!, default);
    }

    private protected async Task<GatewaySubscription> SubscribedAsync(string customer, PlanSale sale)
    {
        var checkout = await OpenAsync(Order(customer) with { Plan = sale });
        await Till.PayAsync(checkout);
        return await Gateway.SubscriptionAsync((await NowAsync(checkout)).SubscriptionId!, default);
    }

    private protected async Task<string> OnlyCardAsync(string customer) => Assert.Single(await Gateway.CardsAsync(customer, default)).Id;

    private protected static async Task<PaymentGatewayException> RefusedAsync(GatewayFault fault, Func<Task> asked)
    {
        var refused = await Assert.ThrowsAsync<PaymentGatewayException>(asked);
        Assert.Equal(fault, refused.Fault);
        return refused;
    }

    private protected Task DeclineAsync(HostedCheckout checkout) => Till.PayAsync(checkout, CardMood.Declines);
}
