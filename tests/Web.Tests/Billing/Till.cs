using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>A gateway, and the world outside of it: what people do on its pages, what banks decide, what time brings.</summary>
internal abstract class Till : IAsyncDisposable
{
    public abstract IPaymentGateway Gateway { get; }

    public abstract Task PayAsync(HostedCheckout checkout, CardMood mood = CardMood.Works);

    /// <summary>Somebody says to their bank that it is them, or that it is not.</summary>
    public abstract Task AuthenticateAsync(HostedCheckout checkout, bool confirmed);

    public abstract Task PayLaterAsync(HostedCheckout checkout);

    public abstract Task ArriveAsync(HostedCheckout checkout, bool paid);

    /// <summary>The card's id.</summary>
    public abstract Task<string> SaveCardAsync(string customerId, CardMood mood);

    public abstract Task ChangeCardAsync(string cardId, CardMood mood);

    public abstract Task DisputeAsync(string paymentId);

    public abstract Task DecideAsync(string paymentId, bool won);

    /// <summary>The subscription's period ends.</summary>
    public abstract Task RenewAsync(string subscriptionId);

    public abstract ValueTask DisposeAsync();
}
