using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>
/// Asks the gateway what became of an order, and books the answer. Nothing is locked while it is asked: whoever finds that the order was acted on
/// meanwhile asks again, so an old answer never undoes a newer one.
/// </summary>
public sealed class OrderSync(AppDbContext db, IPaymentGateway gateway, OrderBooks books, IBackgroundJobs jobs, ILogger<OrderSync> log)
{
    private const int Attempts = 20;

    public async Task<BookingOutcome> CheckoutAsync(string checkoutId, CancellationToken cancel)
    {
        var order = (await gateway.CheckoutAsync(checkoutId, cancel)).OrderId;
        return order is { } id ? await OrderAsync(id, checkoutId, null, cancel) : BookingOutcome.NotOurs;
    }

    public async Task<BookingOutcome> PaymentAsync(string paymentId, CancellationToken cancel)
    {
        var order = await db.Payments.Where(p => p.GatewayId == paymentId).Select(p => (Guid?)p.OrderId).SingleOrDefaultAsync(cancel)
            ?? (await gateway.PaymentAsync(paymentId, cancel)).OrderId;
        return order is { } id ? await OrderAsync(id, null, paymentId, cancel) : BookingOutcome.NotOurs;
    }

    /// <param name="orderId">Whose.</param>
    /// <param name="checkoutId">The one that is spoken of, where it is not known to be the order's yet.</param>
    /// <param name="paymentId">The one that is spoken of, besides the checkout's own.</param>
    public async Task<BookingOutcome> OrderAsync(Guid orderId, string? checkoutId, string? paymentId, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            var order = await db.Orders.AsNoTracking().Where(o => o.Id == orderId).Select(o => new { o.AccountId, o.Looks, o.CheckoutId, o.IsTopUp }).SingleOrDefaultAsync(cancel);
            if (order is null) return BookingOutcome.NotOurs;
            var asked = checkoutId ?? order.CheckoutId;
            if (asked is null && !(order.IsTopUp && paymentId is not null)) return BookingOutcome.NotYet;

            var booking = await books.BookAsync(await AskAsync(order.AccountId, orderId, order.Looks, asked, paymentId, cancel), cancel);
            foreach (var letter in booking.Letters) await jobs.EnqueueAsync<SendMailJob, Guid>(letter);
            foreach (var excess in booking.Excess) await GiveBackAsync(orderId, excess, cancel);
            if (booking.Fault is { } fault)
                log.LogCritical("{Checkout} was not booked: it does not agree with order {Order} in {Fault}", asked ?? paymentId, orderId, fault);
            if (booking.Outcome != BookingOutcome.Stale) return booking.Outcome;
        }

        throw new InvalidOperationException($"Order {orderId} was acted on by others each time.");
    }

    /// <summary>Money for an order that was paid before goes back; asked again, it goes back once.</summary>
    public async Task GiveBackAsync(Guid orderId, string paymentId, CancellationToken cancel)
    {
        var payment = await gateway.PaymentAsync(paymentId, cancel);
        var left = payment.Amount with { Minor = payment.Amount.Minor - payment.Refunded.Minor };
        if (left.Minor > 0) await gateway.RefundAsync(new RefundOrder(string.Create(CultureInfo.InvariantCulture, $"excess:{paymentId}:{left.Minor}"), paymentId, left), cancel);
        log.LogWarning("Payment {Payment} was given back: order {Order} had been paid before", paymentId, orderId);
        await OrderAsync(orderId, null, paymentId, cancel);
    }

    private async Task<OrderFacts> AskAsync(Guid accountId, Guid orderId, long looks, string? checkoutId, string? paymentId, CancellationToken cancel)
    {
        var checkout = checkoutId is null ? null : await gateway.CheckoutAsync(checkoutId, cancel);
        var payments = new List<GatewayPayment>();
        foreach (var id in new[] { checkout?.PaymentId, paymentId }.OfType<string>().Distinct(StringComparer.Ordinal)) payments.Add(await gateway.PaymentAsync(id, cancel));
        return new OrderFacts(accountId, orderId, looks, checkout, payments);
    }
}
