using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Stripe;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Our own client, and the tests' Stripe on a real socket.</summary>
internal class StripeTill : Till
{
    private readonly ServiceProvider _services;
    private readonly StripeOptions _options;

    protected StripeTill(StripeServer server, StripeOptions options)
    {
        (Server, _options) = (server, options);
        var services = new ServiceCollection();
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        services.AddSingleton(options);
        services.AddStripeClient(options);
        services.AddSingleton<IPaymentGateway>(provider => GatewayOf(provider, options));
        _services = services.BuildServiceProvider();
    }

    public StripeServer Server { get; }
    public LogLines Log { get; } = new();
    public override IPaymentGateway Gateway => _services.GetRequiredService<IPaymentGateway>();

    public static async Task<StripeTill> OpenAsync(Action<StripeOptions>? settings = null)
    {
        var server = await StripeServer.StartAsync();
        return new StripeTill(server, Options(server, settings));
    }

    /// <summary>As another process has it, or this one after a restart.</summary>
    public IPaymentGateway AnotherGateway() => GatewayOf(_services, _options);

    public override Task PayAsync(HostedCheckout checkout, CardMood mood = CardMood.Works) => Server.Outside.PayAsync(checkout.Id, mood);

    public override Task AuthenticateAsync(HostedCheckout checkout, bool confirmed) => Server.Outside.AuthenticateAsync(checkout.Id, confirmed);

    public override Task PayLaterAsync(HostedCheckout checkout) => Server.Outside.PayLaterAsync(checkout.Id);

    public override Task ArriveAsync(HostedCheckout checkout, bool paid) => Server.Outside.ArriveAsync(checkout.Id, paid);

    public override Task<string> SaveCardAsync(string customerId, CardMood mood) => Server.Outside.SaveCardAsync(customerId, mood);

    public override Task ChangeCardAsync(string cardId, CardMood mood)
    {
        Server.Outside.ChangeCard(cardId, mood);
        return Task.CompletedTask;
    }

    public override Task DisputeAsync(string paymentId) => Server.Outside.DisputeAsync(paymentId);

    public override Task DecideAsync(string paymentId, bool won)
    {
        var dispute = Server.All("dispute").Last(d => (string?)d["payment_intent"] == paymentId);
        return Server.Outside.MoveDisputeAsync((string)dispute["id"]!, won ? "won" : "lost");
    }

    public override async Task RenewAsync(string subscriptionId)
    {
        var end = (await Gateway.SubscriptionAsync(subscriptionId, default)).PaidUntil;
        await Server.Outside.AdvanceAsync(end - Server.Now + TimeSpan.FromSeconds(1));
    }

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    protected static StripeOptions Options(StripeServer server, Action<StripeOptions>? settings)
    {
        var options = new StripeOptions { SecretKey = StripeServer.SecretKey, WebhookSecret = server.Webhooks.Secret, ApiBase = server.Address };
        settings?.Invoke(options);
        return options;
    }

    protected virtual IPaymentGateway GatewayOf(IServiceProvider services, StripeOptions options) =>
        new StripeGateway(services.GetRequiredService<StripeApi>(), options);
}
