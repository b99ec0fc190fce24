using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Books a plan's invoices beside the plan: one that is paid gives its credits once, for the period that stands on it, and those credits follow its money.</summary>
public sealed class InvoiceBooks(AppDbContext db, PlanNews news, LastValid<QuotaOptions> quota)
{
    internal static CheckoutFault? FaultOf(GatewayInvoice invoice, GatewaySubscription of)
    {
        if (invoice.SubscriptionId != of.Id) return CheckoutFault.Order;
        if (invoice.CustomerId != of.CustomerId) return CheckoutFault.Customer;
        if (invoice.IsLive != of.IsLive) return CheckoutFault.Mode;
        if (invoice.Total.Currency != of.Terms.Price.Currency) return CheckoutFault.Currency;
        return invoice is { Cause: InvoiceCause.Begin, Terms: { } terms } && invoice.Total.Minor < terms.Price.Minor ? CheckoutFault.Sum : null;
    }

    internal async Task BookAsync(LockedCredits credits, Subscription subscription, Allowance allowance, IEnumerable<PlanBill> bills, Booking booking, CancellationToken cancel)
    {
        var known = await db.Invoices.Where(i => i.SubscriptionId == subscription.Id).ToListAsync(cancel);
        foreach (var bill in bills.OrderBy(b => b.Invoice.From))
        {
            var invoice = known.Find(i => i.GatewayId == bill.Invoice.Id);
            if (invoice is null)
            {
                known.Add(invoice = Invoice.Of(subscription, bill.Invoice));
                db.Invoices.Add(invoice);
            }

            var before = db.Entry(invoice).State == EntityState.Added ? default : invoice.Takings;
            invoice.SyncWith(bill.Invoice);
            var back = bill.Payment is { } payment ? invoice.SyncWith(payment) : default(Money?);
            Revenues.Add(credits, new(invoice.Currency, RevenueKind.Plan, invoice.PlanKey ?? RevenueDay.NoItem), invoice.Takings - before);
            if (invoice.IsToBeGranted) await GrantAsync(credits, subscription, allowance, invoice, booking, cancel);
            if (back is { Minor: > 0 } more) await news.TellRefundedAsync(subscription, invoice, more, booking, cancel);
            if (bill.Payment is { } paid) await ClawAsync(credits, invoice, invoice.ToClaw(paid), cancel);
        }

        foreach (var invoice in known) await FollowAsync(credits, invoice, subscription.State == SubscriptionState.PastDue, cancel);
    }

    private async Task GrantAsync(LockedCredits credits, Subscription subscription, Allowance allowance, Invoice invoice, Booking booking, CancellationToken cancel)
    {
        var plan = await db.PlanAsync(invoice.PlanKey, cancel) ?? throw new InvalidOperationException($"Invoice {invoice.GatewayId} is for a plan that there is not: {invoice.PlanKey}.");
        var order = invoice.Grant(quota.Value.CreditsOf(plan, invoice.Interval!.Value), credits.At);
        allowance.OpenPeriod(invoice.Until, invoice.Credits);
        if (order is not null)
        {
            var (outcome, _) = await credits.GrantAsync(order, cancel);
            if (outcome != GrantOutcome.Granted) throw new InvalidOperationException($"The credits of invoice {invoice.GatewayId} were not given: {outcome}.");
        }

        await news.TellPaidAsync(subscription, invoice, booking, cancel);
    }

    private static async Task ClawAsync(LockedCredits credits, Invoice invoice, long claw, CancellationToken cancel)
    {
        if (claw <= invoice.Clawed) return;
        Require(await credits.ClawAsync(invoice.CreditKey, claw, cancel), invoice);
        invoice.ClawTo(claw);
    }

    private static async Task FollowAsync(LockedCredits credits, Invoice invoice, bool isPastDue, CancellationToken cancel)
    {
        if (invoice.TakeThaw(isPastDue) is { } thaw) Require(await credits.ThawAsync(invoice.CreditKey, thaw, cancel), invoice);
        if (invoice.Until > credits.At && invoice.TakeFreeze(isPastDue) is { } freeze) Require(await credits.FreezeAsync(invoice.CreditKey, freeze, cancel), invoice);
    }

    private static void Require(Resolution resolution, Invoice invoice)
    {
        if (resolution is not (Resolution.Done or Resolution.AlreadyDone)) throw new InvalidOperationException($"The credits of invoice {invoice.GatewayId} did not follow it: {resolution}.");
    }
}
