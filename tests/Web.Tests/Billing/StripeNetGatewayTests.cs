#if STRIPE_NET
using Microsoft.Extensions.DependencyInjection;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using SaaSChat.Infrastructure.Billing.StripeNet;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Stripe's own library, and the tests' Stripe on a real socket.</summary>
internal sealed class StripeNetTill : StripeTill
{
    private StripeNetTill(StripeServer server, StripeOptions options) : base(server, options)
    {
    }

    public static async Task<StripeNetTill> OpenLibraryAsync(Action<StripeOptions>? settings = null)
    {
        var server = await StripeServer.StartAsync();
        return new StripeNetTill(server, Options(server, settings));
    }

    protected override IPaymentGateway GatewayOf(IServiceProvider services, StripeOptions options) => new StripeNetGateway(services.GetRequiredService<IHttpClientFactory>(), options);
}

public sealed class StripeNetCheckoutTests : GatewayCheckoutTests
{
    private protected override async Task<Till> OpenAsync() => await StripeNetTill.OpenLibraryAsync();
}

public sealed class StripeNetPaymentTests : GatewayPaymentTests
{
    private protected override async Task<Till> OpenAsync() => await StripeNetTill.OpenLibraryAsync();
}

public sealed class StripeNetSubscriptionTests : GatewaySubscriptionTests
{
    private protected override async Task<Till> OpenAsync() => await StripeNetTill.OpenLibraryAsync();
}
#endif
