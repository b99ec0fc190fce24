using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Opens the gateway's page for an order that is written down. Nothing is locked meanwhile; asked again, it is the same page.</summary>
public sealed class CheckoutOpening(AppDbContext db, IPaymentGateway gateway, GatewayCustomers customers)
{
    public async Task<HostedCheckout> OpenAsync(Order order, CheckoutTexts texts, CancellationToken cancel)
    {
        if (order.CheckoutId is { } known) return await gateway.CheckoutAsync(known, cancel);

        var customer = await customers.IdOfAsync(order.AccountId, order.UserId, cancel);
        var checkout = await gateway.OpenCheckoutAsync(
            new CheckoutOrder(order.OpeningKey, order.Id, customer, texts.Success, texts.Cancel, order.Language)
            {
                Line = new SaleLine(texts.Name, order.Price), Discount = order.DiscountMinor > 0 ? order.Discount : null, SavesCard = order.IsTopUp, Until = order.ClosesAt,
            },
            cancel);

        // Its event may have been faster.
        await db.Orders.Where(o => o.Id == order.Id && o.CheckoutId == null).ExecuteUpdateAsync(
            o => o.SetProperty(x => x.CheckoutId, checkout.Id).SetProperty(x => x.State, x => x.State == OrderState.Placed ? OrderState.Open : x.State), cancel);

        // Its buyer may have left meanwhile: then nobody is to pay here.
        var isOver = await db.Orders.AnyAsync(o => o.Id == order.Id && (o.State == OrderState.Expired || o.State == OrderState.Failed), cancel);
        return isOver ? await gateway.EndCheckoutAsync(checkout.Id, cancel) : checkout;
    }
}

/// <summary>What the gateway's page says is sold, in the buyer's language, and where it leads back to.</summary>
public sealed record CheckoutTexts(string Name, Uri Success, Uri Cancel);
