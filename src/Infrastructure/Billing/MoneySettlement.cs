using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Before somebody leaves: nothing of theirs can be paid any more, and nothing is charged again.</summary>
public sealed class MoneySettlement(AppDbContext db, IPaymentGateway gateway, OrderSync orders, OrderBooks orderBooks, PlanOpening opening, PlanSync plans)
{
    private const int Attempts = 3;

    /// <summary>False where something was paid meanwhile each time.</summary>
    public async Task<bool> SettleAsync(Guid accountId, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts && !await IsSettledAsync(accountId, cancel); attempt++)
        {
            foreach (var order in await Open(accountId).AsNoTracking().ToListAsync(cancel)) await CloseAsync(order, cancel);
            if (await db.Subscriptions.AsNoTracking().OwnedBy(accountId).NotOver().SingleOrDefaultAsync(cancel) is { } subscription) await EndAsync(subscription, cancel);
        }

        return await IsSettledAsync(accountId, cancel);
    }

    public async Task<bool> IsSettledAsync(Guid accountId, CancellationToken cancel) =>
        !await Open(accountId).AnyAsync(cancel) && !await db.Subscriptions.OwnedBy(accountId).NotOver().AnyAsync(cancel);

    // What is paid already and on its way comes to the account when it comes.
    private IQueryable<Order> Open(Guid accountId) => db.Orders.OwnedBy(accountId).Where(o => o.State == OrderState.Placed || o.State == OrderState.Open);

    private async Task CloseAsync(Order order, CancellationToken cancel)
    {
        if (order.CheckoutId is not { } checkout)
        {
            await orderBooks.EndAsync(order.AccountId, order.Id, OrderState.Expired, cancel);
            return;
        }

        await gateway.EndCheckoutAsync(checkout, cancel);
        await orders.OrderAsync(order.Id, null, null, cancel);
    }

    private async Task EndAsync(Subscription subscription, CancellationToken cancel)
    {
        if (subscription.GatewayId is not { } gatewayId)
        {
            await opening.CloseAsync(subscription, cancel);
            return;
        }

        await gateway.EndNowAsync(gatewayId, cancel);
        await plans.SyncAsync(subscription.Id, PlanClue.None, cancel);
    }
}
