using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Writes a subscription down before anybody is asked for money: at today's price, and one for each account however many windows ask.</summary>
public sealed class PlanPlacing(AppDbContext db, CreditLedger ledger)
{
    public async Task<PlacedPlan> PlaceAsync(Guid accountId, Guid userId, PlanWish wish, CancellationToken cancel)
    {
        if (PlanChoice.Of(await db.PlanAsync(wish.PlanKey, cancel), wish.Interval, wish.Currency) is not { } choice) return new(PlanPlacingOutcome.NotOffered);
        if (wish.SeenMinor != choice.Price.Minor) return new(PlanPlacingOutcome.PriceChanged);
        return await ledger.ChangeAsync(accountId, credits => PlaceAsync(credits, userId, wish, choice.Terms, cancel), cancel);
    }

    /// <summary>What an account's plans are priced in for good: the gateway keeps one currency for a customer. Null before the first.</summary>
    public Task<Currency?> CurrencyAsync(Guid accountId, CancellationToken cancel) => db.Subscriptions.AsNoTracking().OwnedBy(accountId)
        .Where(s => s.GatewayId != null).OrderByDescending(s => s.PlacedAt).Select(s => (Currency?)s.Currency).FirstOrDefaultAsync(cancel);

    private async Task<PlacedPlan> PlaceAsync(LockedCredits credits, Guid userId, PlanWish wish, PlanTerms terms, CancellationToken cancel)
    {
        var accountId = credits.Account.Id;
        if (await db.Subscriptions.OwnedBy(accountId).SingleOrDefaultAsync(s => s.ClientId == wish.ClientId, cancel) is { } known)
            return known.IsOver || known.IsLiving || known.Terms == terms ? new(PlanPlacingOutcome.Placed, known) : new(PlanPlacingOutcome.PriceChanged);

        if (await db.Subscriptions.OwnedBy(accountId).NotOver().SingleOrDefaultAsync(cancel) is { } other)
            return new(other.IsLiving ? PlanPlacingOutcome.HasPlan : PlanPlacingOutcome.Busy, other);
        if (await CurrencyAsync(accountId, cancel) is { } fixedCurrency && fixedCurrency != wish.Currency) return new(PlanPlacingOutcome.NotOffered);

        (await db.Accounts.SingleAsync(a => a.Id == accountId, cancel)).PriceIn(wish.Currency);
        var subscription = Subscription.Place(accountId, userId, wish.ClientId, terms, wish.Language, credits.At);
        db.Subscriptions.Add(subscription);
        return new(PlanPlacingOutcome.Placed, subscription);
    }
}

/// <param name="SeenMinor">The price that stood beside the button.</param>
public sealed record PlanWish(Guid ClientId, string? PlanKey, BillingInterval Interval, Currency Currency, long SeenMinor, string Language);

public readonly record struct PlacedPlan(PlanPlacingOutcome Outcome, Subscription? Subscription = null);

public enum PlanPlacingOutcome
{
    Placed,
    NotOffered,

    /// <summary>It is not what the person saw, so they are shown it again.</summary>
    PriceChanged,

    /// <summary>They have one already; it can be changed.</summary>
    HasPlan,

    /// <summary>Another window's checkout is open.</summary>
    Busy,
}
