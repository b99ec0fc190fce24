using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Brings a subscription, the plan of its account and the invoices' credits to what the gateway says now: in one transaction, under the account's lock, to the same end whatever came first.</summary>
public sealed class PlanBooks(AppDbContext db, CreditLedger ledger, InvoiceBooks invoices, PlanNews news, PaymentMode mode)
{
    internal Task<Booking> BookAsync(PlanFacts facts, CancellationToken cancel) =>
        ledger.ChangeAsync(facts.AccountId, credits => BookAsync(credits, facts, cancel), cancel);

    /// <summary>For one that came to nothing without the gateway's word. False once its checkout is known: then somebody may be paying there.</summary>
    public Task<bool> EndAsync(Guid accountId, Guid subscriptionId, SubscriptionState state, CancellationToken cancel) => ledger.ChangeAsync(accountId, async credits =>
    {
        var at = credits.At;
        return await db.Subscriptions.Where(s => s.Id == subscriptionId && s.CheckoutId == null && s.GatewayId == null && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.State, state).SetProperty(x => x.EndedAt, at), cancel) == 1;
    }, cancel);

    private async Task<Booking> BookAsync(LockedCredits credits, PlanFacts facts, CancellationToken cancel)
    {
        var subscription = await db.Subscriptions.SingleAsync(s => s.Id == facts.SubscriptionId, cancel);
        if (subscription.Looks != facts.Looks) return new(BookingOutcome.Stale);
        if (await FaultOfAsync(subscription, facts, cancel) is { } fault) return new(BookingOutcome.Refused) { Fault = fault };

        var booking = new Booking(BookingOutcome.Booked);
        subscription.LookAt(facts.Checkout, credits.At);
        if (facts.Subscription is { } now) await FollowAsync(credits, subscription, now, facts.Bills, booking, cancel);
        else if (facts.Checkout is { State: CheckoutState.Expired }) subscription.TryEnd(SubscriptionState.Expired, credits.At);
        return booking;
    }

    private async Task FollowAsync(LockedCredits credits, Subscription subscription, GatewaySubscription now, IReadOnlyList<PlanBill> bills, Booking booking, CancellationToken cancel)
    {
        var turn = subscription.SyncWith(now, credits.At);
        var allowance = await db.Allowances.SingleAsync(a => a.AccountId == subscription.AccountId, cancel);
        await MoveAsync(credits, allowance, subscription, turn, cancel);
        await invoices.BookAsync(credits, subscription, allowance, bills, booking, cancel);
        await news.TellAsync(subscription, turn, booking, cancel);
    }

    // The free plan's cycles stand still while another one is paid for; whoever touches the account next reckons when its allowance is due.
    private async Task MoveAsync(LockedCredits credits, Allowance allowance, Subscription subscription, SubscriptionTurn turn, CancellationToken cancel)
    {
        var key = subscription.IsLiving ? subscription.PlanKey : turn == SubscriptionTurn.Ended ? PlanCatalogue.FreeKey : allowance.PlanKey;
        if (key == allowance.PlanKey) return;

        allowance.MoveTo(await db.PlanAsync(key, cancel) ?? throw new InvalidOperationException($"There is no plan {key}."));
        credits.Account.AwaitAllowance(credits.At);
    }

    private async Task<CheckoutFault?> FaultOfAsync(Subscription subscription, PlanFacts facts, CancellationToken cancel)
    {
        var customer = await db.GatewayCustomers.Where(c => c.AccountId == subscription.AccountId).Select(c => (string?)c.CustomerId).SingleOrDefaultAsync(cancel);
        if (facts.IsLive != mode.IsLive) return CheckoutFault.Mode;
        if (facts.Checkout is { } checkout && subscription.FaultOf(checkout, customer) is { } wrong) return wrong;
        if (facts.Subscription is not { } now) return null;
        if (subscription.FaultOf(now, customer) is { } fault) return fault;
        if (await db.PlanAsync(now.Terms.PlanKey, cancel) is not { IsFree: false }) return CheckoutFault.Plan;
        return facts.Bills.Select(b => InvoiceBooks.FaultOf(b.Invoice, now)).FirstOrDefault(f => f is not null);
    }
}
