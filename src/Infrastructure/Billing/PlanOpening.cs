using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Opens the gateway's page for a subscription that is written down, and closes it. Nothing is locked meanwhile; asked again, it is the same page.</summary>
public sealed class PlanOpening(AppDbContext db, IPaymentGateway gateway, GatewayCustomers customers, PlanSync sync, PlanBooks books)
{
    public async Task<HostedCheckout> OpenAsync(Subscription subscription, CheckoutTexts texts, CancellationToken cancel)
    {
        if (subscription.CheckoutId is { } known) return await gateway.CheckoutAsync(known, cancel);

        var customer = await customers.IdOfAsync(subscription.AccountId, subscription.UserId, cancel);
        var checkout = await gateway.OpenCheckoutAsync(
            new CheckoutOrder(subscription.OpeningKey, subscription.Id, customer, texts.Success, texts.Cancel, subscription.Language)
            {
                Plan = new PlanSale(subscription.PlanKey, texts.Name, subscription.Interval, subscription.Price), Until = subscription.ClosesAt,
            },
            cancel);

        // Its event may have been faster.
        await db.Subscriptions.Where(s => s.Id == subscription.Id && s.CheckoutId == null && s.EndedAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.CheckoutId, checkout.Id).SetProperty(x => x.State, x => x.State == SubscriptionState.Placed ? SubscriptionState.Open : x.State), cancel);

        // Another window may have given it up meanwhile: then nobody is to pay here.
        var isOver = await db.Subscriptions.AnyAsync(s => s.Id == subscription.Id && s.EndedAt != null, cancel);
        return isOver ? await gateway.EndCheckoutAsync(checkout.Id, cancel) : checkout;
    }

    /// <summary>So that nobody can pay there any more. Whoever has paid meanwhile has their plan.</summary>
    public async Task CloseAsync(Subscription subscription, CancellationToken cancel)
    {
        // The address of a page of which nothing was heard was given to nobody.
        if (subscription.CheckoutId is null && await books.EndAsync(subscription.AccountId, subscription.Id, SubscriptionState.Expired, cancel)) return;

        db.ChangeTracker.Clear();
        if (await db.Subscriptions.Where(s => s.Id == subscription.Id).Select(s => s.CheckoutId).SingleAsync(cancel) is not { } checkout) return;
        await gateway.EndCheckoutAsync(checkout, cancel);
        await sync.SyncAsync(subscription.Id, PlanClue.None, cancel);
    }
}
