using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>
/// Asks the gateway what became of a subscription and its invoices, and books the answer. Nothing is locked while it is asked: whoever finds
/// that it was acted on meanwhile asks again, so an old answer never undoes a newer one.
/// </summary>
public sealed class PlanSync(AppDbContext db, IPaymentGateway gateway, PlanBooks books, IBackgroundJobs jobs, ILogger<PlanSync> log)
{
    private const int Attempts = 20;
    private const int MostInvoices = 24;

    public async Task<BookingOutcome> CheckoutAsync(string checkoutId, CancellationToken cancel)
    {
        var checkout = await gateway.CheckoutAsync(checkoutId, cancel);
        return checkout.OrderId is { } id ? await SyncAsync(id, new PlanClue { CheckoutId = checkoutId }, cancel) : BookingOutcome.NotOurs;
    }

    public async Task<BookingOutcome> SubscriptionAsync(string gatewayId, string? invoiceId, CancellationToken cancel)
    {
        var known = await db.Subscriptions.Where(s => s.GatewayId == gatewayId).Select(s => (Guid?)s.Id).SingleOrDefaultAsync(cancel);
        var order = known ?? (await gateway.SubscriptionAsync(gatewayId, cancel)).OrderId;
        return order is { } id
            ? await SyncAsync(id, new PlanClue { GatewayId = gatewayId, InvoiceIds = invoiceId is null ? [] : [invoiceId] }, cancel)
            : BookingOutcome.NotOurs;
    }

    public async Task<BookingOutcome> InvoiceAsync(string invoiceId, CancellationToken cancel) =>
        (await gateway.InvoiceAsync(invoiceId, cancel)).SubscriptionId is { } subscription ? await SubscriptionAsync(subscription, invoiceId, cancel) : BookingOutcome.NotOurs;

    /// <summary>A payment of no order of ours may be an invoice's; one that is not booked yet is looked for among its customer's.</summary>
    public async Task<BookingOutcome> PaymentAsync(string paymentId, CancellationToken cancel)
    {
        if (await db.Invoices.Where(i => i.PaymentId == paymentId).Select(i => i.GatewayId).SingleOrDefaultAsync(cancel) is { } known) return await InvoiceAsync(known, cancel);

        var customer = (await gateway.PaymentAsync(paymentId, cancel)).CustomerId;
        if (customer is null || !await db.GatewayCustomers.AnyAsync(c => c.CustomerId == customer, cancel)) return BookingOutcome.NotOurs;
        var invoice = (await gateway.InvoicesAsync(customer, MostInvoices, cancel)).FirstOrDefault(i => i.PaymentId == paymentId);
        return invoice?.SubscriptionId is { } subscription ? await SubscriptionAsync(subscription, invoice.Id, cancel) : BookingOutcome.NotOurs;
    }

    /// <summary>With all its latest invoices, for whoever compares the books.</summary>
    public async Task<BookingOutcome> WholeAsync(Guid subscriptionId, CancellationToken cancel)
    {
        var (customer, gatewayId) = await db.Subscriptions.Where(s => s.Id == subscriptionId)
            .Join(db.GatewayCustomers, s => s.AccountId, c => c.AccountId, (s, c) => new ValueTuple<string?, string?>(c.CustomerId, s.GatewayId)).SingleOrDefaultAsync(cancel);
        var invoices = customer is null || gatewayId is null ? [] : (await gateway.InvoicesAsync(customer, MostInvoices, cancel)).Where(i => i.SubscriptionId == gatewayId).Select(i => i.Id);
        return await SyncAsync(subscriptionId, new PlanClue { InvoiceIds = [.. invoices] }, cancel);
    }

    internal async Task<BookingOutcome> SyncAsync(Guid subscriptionId, PlanClue clue, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            db.ChangeTracker.Clear();
            if (await AskAsync(subscriptionId, clue, cancel) is not { } facts) return BookingOutcome.NotOurs;
            if (facts is { Checkout: null, Subscription: null }) return BookingOutcome.NotYet;

            var booking = await books.BookAsync(facts, cancel);
            foreach (var letter in booking.Letters) await jobs.EnqueueAsync<SendMailJob, Guid>(letter);
            if (booking.Fault is { } fault)
                log.LogCritical("What the gateway has of subscription {Subscription} was not booked: it does not agree with ours in {Fault}", subscriptionId, fault);
            if (booking.Outcome != BookingOutcome.Stale) return booking.Outcome;
        }

        throw new InvalidOperationException($"Subscription {subscriptionId} was acted on by others each time.");
    }

    private async Task<PlanFacts?> AskAsync(Guid subscriptionId, PlanClue clue, CancellationToken cancel)
    {
        var ours = await db.Subscriptions.AsNoTracking().Where(s => s.Id == subscriptionId).Select(s => new { s.AccountId, s.Looks, s.CheckoutId, s.GatewayId }).SingleOrDefaultAsync(cancel);
        if (ours is null) return null;

        var checkoutId = clue.CheckoutId ?? (ours.GatewayId is null && clue.GatewayId is null ? ours.CheckoutId : null);
        var checkout = checkoutId is null ? null : await gateway.CheckoutAsync(checkoutId, cancel);
        var gatewayId = clue.GatewayId ?? ours.GatewayId ?? checkout?.SubscriptionId;
        var subscription = gatewayId is null ? null : await gateway.SubscriptionAsync(gatewayId, cancel);
        var bills = new List<PlanBill>();
        foreach (var id in clue.InvoiceIds.Append(subscription?.LatestInvoiceId).OfType<string>().Distinct(StringComparer.Ordinal)) bills.Add(await BillAsync(id, cancel));
        return new PlanFacts(ours.AccountId, subscriptionId, ours.Looks, checkout, subscription, bills);
    }

    private async Task<PlanBill> BillAsync(string invoiceId, CancellationToken cancel)
    {
        var invoice = await gateway.InvoiceAsync(invoiceId, cancel);
        var isPaid = invoice is { State: GatewayInvoiceState.Paid, PaymentId: not null };
        return new PlanBill(invoice, isPaid ? await gateway.PaymentAsync(invoice.PaymentId!, cancel) : null);
    }
}

/// <summary>What is spoken of besides what is known.</summary>
internal sealed record PlanClue
{
    public static readonly PlanClue None = new();

    public string? CheckoutId { get; init; }
    public string? GatewayId { get; init; }
    public IReadOnlyList<string> InvoiceIds { get; init; } = [];
}
