using System.Collections.Concurrent;
using System.Text.Json;
using SaaSChat.Bench.Ledger;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Billing.Stripe;

namespace SaaSChat.Bench.Payments;

/// <summary>What the endpoint and its job do: signature, inbox, fresh state, books, mark.</summary>
internal sealed class OurCredits(Wallets books, ConcurrentQueue<PaidOrder> orders) : ICharges
{
    public async Task<int> ChargeAsync(Guid account)
    {
        if (!orders.TryDequeue(out var order)) throw new InvalidOperationException("There are no more orders: place more.");

        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = $"evt_{order.Id:N}", @object = "event", created = DateTimeOffset.UtcNow.ToUnixTimeSeconds(), livemode = false, type = "checkout.session.completed",
            data = new { @object = new { id = order.Checkout, @object = "checkout.session" } },
        });
        var signature = StripeSignature.Sign(body, PaidOrders.Secret, DateTime.UtcNow);
        await books.AskAsync(async services =>
        {
            if (!StripeSignature.IsGood(body, signature, PaidOrders.Secret, DateTime.UtcNow) || StripeEvents.Read(body) is not { } said) throw new InvalidOperationException("The announcement is not good.");
            return await services.GetRequiredService<PaymentInbox>().ReceiveAsync(said, default);
        });
        await books.AskAsync(async services =>
        {
            await services.GetRequiredService<EventApplication>().ApplyAsync($"evt_{order.Id:N}", default);
            return true;
        });
        return 1;
    }
}
