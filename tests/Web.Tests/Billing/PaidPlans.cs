using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using SaaSChat.Web.Tests.Credits;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Plans that a test gives without a gateway.</summary>
internal static class PaidPlans
{
    /// <summary>As if they had paid for a month of the smallest plan.</summary>
    public static Task<GrantAnswer> PayForPlanAsync(this WebApplicationFactory<Program> app, Guid account, long credits) => app.CreditsAsync(account, async locked =>
    {
        var (db, now, until) = (locked.Db, locked.At, locked.At.AddMonths(1));
        var terms = new PlanTerms(PlanCatalogue.SmallestPaidKey, BillingInterval.Month, new Money(9_99, Currency.Usd));
        var owner = await db.Accounts.Where(a => a.Id == account).Select(a => a.OwnerId!.Value).SingleAsync();
        var subscription = Subscription.Place(account, owner, Guid.NewGuid(), terms, "en", now);
        var (id, bill) = ($"sub_{subscription.Id:N}", $"in_{subscription.Id:N}");
        subscription.SyncWith(new GatewaySubscription(id, GatewaySubscriptionState.Active, "cus", subscription.Id, terms, now, until, false, false) { LatestInvoiceId = bill }, now);
        var paid = new GatewayInvoice(bill, GatewayInvoiceState.Paid, "cus", id, InvoiceCause.Begin, terms, now, until, terms.Price, now, false);
        var invoice = Invoice.Of(subscription, paid);
        invoice.SyncWith(paid);
        db.AddRange(subscription, invoice);
        (await db.Allowances.SingleAsync(a => a.AccountId == account)).MoveTo(PlanCatalogue.Basic);
        return await locked.GrantAsync(invoice.Grant(credits, now)!, default);
    });
}
