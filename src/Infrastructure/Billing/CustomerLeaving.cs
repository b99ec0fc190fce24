using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>A customer was deleted at the gateway: what they paid for has ended there, and whoever buys next is a new one.</summary>
public sealed class CustomerLeaving(AppDbContext db, IPaymentGateway gateway, PlanSync plans, TimeProvider clock)
{
    public async Task<BookingOutcome> FollowAsync(string customerId, CancellationToken cancel)
    {
        if (await db.GatewayCustomers.AsNoTracking().SingleOrDefaultAsync(c => c.CustomerId == customerId, cancel) is not { } customer || !await IsGoneAsync(customerId, cancel)) return BookingOutcome.NotOurs;

        var subscriptions = await db.Subscriptions.OwnedBy(customer.AccountId).NotOver().Where(s => s.GatewayId != null).Select(s => s.Id).ToListAsync(cancel);
        foreach (var id in subscriptions) await plans.SyncAsync(id, PlanClue.None, cancel);

        var at = clock.UtcNow();
        await db.GatewayCustomers.Where(c => c.CustomerId == customerId).ExecuteUpdateAsync(c => c.SetProperty(x => x.GoneAt, at), cancel);
        return BookingOutcome.Booked;
    }

    private async Task<bool> IsGoneAsync(string customerId, CancellationToken cancel)
    {
        try
        {
            await gateway.CardsAsync(customerId, cancel);
            return false;
        }
        catch (PaymentGatewayException e) when (e.Fault == GatewayFault.NotFound)
        {
            return true;
        }
    }
}
