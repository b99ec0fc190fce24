using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Another plan now or later, an end, and the taking back of either. What is wished for is written down before the gateway is asked, so that whoever asks twice changes once.</summary>
public sealed class PlanChanging(AppDbContext db, CreditLedger ledger, IPaymentGateway gateway, PlanSync sync)
{
    public Task<Subscription?> FindAsync(Guid accountId, CancellationToken cancel) => db.Subscriptions.AsNoTracking().OwnedBy(accountId).Living().SingleOrDefaultAsync(cancel);

    /// <summary>What changing would mean; null where it cannot be done.</summary>
    public async Task<PlanPreview?> PreviewAsync(Subscription subscription, string? planKey, BillingInterval interval, string name, CancellationToken cancel)
    {
        if (subscription.State != SubscriptionState.Active || subscription.PaidUntil is not { } until) return null;
        if (PlanChoice.Of(await db.PlanAsync(planKey, cancel), interval, subscription.Currency) is not { } choice || IsTheSame(subscription, choice)) return null;
        if (await db.PlanAsync(subscription.PlanKey, cancel) is not { } plan) return null;

        var change = new PlanChange(subscription.WishKey, subscription.GatewayId!, SaleOf(choice, name));
        return choice.IsMoreThan(plan, subscription.Interval)
            ? new(choice, await gateway.QuoteChangeAsync(change, cancel), null)
            : new(choice, null, until);
    }

    /// <param name="accountId">Whose plan.</param>
    /// <param name="wish">What was confirmed, and which price and sum stood beside the button.</param>
    /// <param name="name">What the plan is called on the gateway's papers.</param>
    /// <param name="cancel">Gives up asking.</param>
    public async Task<PlanChangeOutcome> ChangeAsync(Guid accountId, PlanChangeWish wish, string name, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } subscription) return PlanChangeOutcome.NoPlan;
        if (subscription.Terms is var now && (now.PlanKey, now.Interval) == (wish.PlanKey, wish.Interval)) return PlanChangeOutcome.Done;
        if (await PreviewAsync(subscription, wish.PlanKey, wish.Interval, name, cancel) is not { } preview) return PlanChangeOutcome.NotOffered;
        if (preview.Choice.Price.Minor != wish.SeenMinor || preview.Due?.Minor > wish.SeenDue) return PlanChangeOutcome.PriceChanged;

        var key = await ledger.ChangeAsync(accountId, async credits =>
        {
            var locked = await db.Subscriptions.OwnedBy(accountId).Living().SingleOrDefaultAsync(s => s.Id == subscription.Id, cancel);
            return locked is not null && locked.Looks == subscription.Looks && locked.TryWish(preview.Choice.Terms, credits.At) ? locked.WishKey : null;
        }, cancel);
        if (key is null) return PlanChangeOutcome.UnderWay;

        var asked = await AskAsync(subscription, key, preview, name, cancel);
        await sync.SyncAsync(subscription.Id, PlanClue.None, cancel);
        return asked.Pending is not null ? PlanChangeOutcome.WaitsForPayment : preview.Due is null ? PlanChangeOutcome.Planned : PlanChangeOutcome.Done;
    }

    /// <summary>Ends it with the period that is paid for, or keeps it after all, whatever was planned. False where there is none.</summary>
    public async Task<bool> SetEndingAsync(Guid accountId, bool ends, CancellationToken cancel)
    {
        if (await FindAsync(accountId, cancel) is not { } subscription) return false;

        await gateway.SetEndingAsync(subscription.GatewayId!, ends, subscription.EndingKey(ends), cancel);
        await sync.SyncAsync(subscription.Id, PlanClue.None, cancel);
        return true;
    }

    private async Task<GatewaySubscription> AskAsync(Subscription subscription, string key, PlanPreview preview, string name, CancellationToken cancel)
    {
        var change = new PlanChange(key, subscription.GatewayId!, SaleOf(preview.Choice, name));
        try
        {
            return preview.Due is null ? await gateway.ChangeAtPeriodEndAsync(change, cancel) : await gateway.ChangeNowAsync(change, cancel);
        }
        catch (PaymentGatewayException e) when (e.Fault != GatewayFault.Unanswered)
        {
            // Nothing was done: the next wish is a new one.
            await ledger.ChangeAsync(subscription.AccountId, async _ =>
            {
                var locked = await db.Subscriptions.SingleAsync(s => s.Id == subscription.Id, cancel);
                if (locked.WishKey == key) locked.ForgetWish();
                return true;
            }, cancel);
            throw;
        }
    }

    private static bool IsTheSame(Subscription subscription, PlanChoice choice) => (subscription.PlanKey, subscription.Interval) == (choice.Plan.Key, choice.Interval);

    private static PlanSale SaleOf(PlanChoice choice, string name) => new(choice.Plan.Key, name, choice.Interval, choice.Price);
}

/// <summary>What a change means: so much at once, or from that day on.</summary>
public sealed record PlanPreview(PlanChoice Choice, Money? Due, DateTime? From);

/// <param name="SeenMinor">The plan's price as it stood beside the button.</param>
/// <param name="SeenDue">What was said to be charged at once.</param>
public sealed record PlanChangeWish(string? PlanKey, BillingInterval Interval, long SeenMinor, long SeenDue);

public enum PlanChangeOutcome
{
    Done,

    /// <summary>It acts when the period ends.</summary>
    Planned,

    /// <summary>The card refused, so that nothing has changed yet.</summary>
    WaitsForPayment,
    NoPlan,
    NotOffered,
    PriceChanged,

    /// <summary>Another change is on its way.</summary>
    UnderWay,
}
