using SaaSChat.Tests.Stripe;

namespace SaaSChat.Browser.Tests.Billing;

/// <summary>The site with a Stripe on another origin, which tells it what happens there.</summary>
public sealed class ShopSite : Site
{
    public StripeServer Stripe { get; } = StripeServer.StartAsync().GetAwaiter().GetResult();

    protected override IEnumerable<KeyValuePair<string, string>> Settings => Stripe.Settings();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        if (Chromium.Executable is not null) Stripe.Webhooks.SendTo(new HttpClient { BaseAddress = Address });
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Stripe.DisposeAsync();
    }
}
