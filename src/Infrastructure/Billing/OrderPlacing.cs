using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Writes an order down before anybody is asked for money: at today's price, with its code counted, once for each form.</summary>
public sealed class OrderPlacing(AppDbContext db, CreditLedger ledger, PromoCodes codes, TimeProvider clock)
{
    public async Task<PlacedOrder> PlaceAsync(Guid accountId, Guid userId, OrderWish wish, CancellationToken cancel)
    {
        if (await db.OfferAsync(wish.PackageKey, cancel) is not { } package || package.PriceIn(wish.Currency)?.Price is not { } price) return new(PlacingOutcome.NotOffered);

        var promo = await codes.FindAsync(wish.PromoCode, accountId, cancel);
        var discount = promo?.OffOf(package, price, clock.UtcNow());
        if (wish.PromoCode is not null && discount is null) return new(PlacingOutcome.CodeDoesNotHold);
        if (wish.SeenMinor != price.Minor - (discount?.Minor ?? 0)) return new(PlacingOutcome.PriceChanged);

        var terms = new OrderTerms(wish.ClientId, package, price, discount, promo?.Code, wish.Language);
        return await ledger.ChangeAsync(accountId, credits => PlaceAsync(credits, userId, terms, promo, cancel), cancel);
    }

    private async Task<PlacedOrder> PlaceAsync(LockedCredits credits, Guid userId, OrderTerms terms, PromoCode? promo, CancellationToken cancel)
    {
        var accountId = credits.Account.Id;
        if (await db.Orders.OwnedBy(accountId).SingleOrDefaultAsync(o => o.ClientId == terms.ClientId, cancel) is { } known)
            return known.IsFor(terms) ? new(PlacingOutcome.Placed, known) : new(PlacingOutcome.PriceChanged);
        if (promo is not null && !await TryUseAsync(promo, accountId, cancel)) return new(PlacingOutcome.CodeDoesNotHold);

        (await db.Accounts.SingleAsync(a => a.Id == accountId, cancel)).PriceIn(terms.Price.Currency);
        var order = Order.Place(accountId, userId, terms, credits.At);
        db.Orders.Add(order);
        return new(PlacingOutcome.Placed, order);
    }

    // Counted under the lock: two windows of one person cannot both have the last use.
    private async Task<bool> TryUseAsync(PromoCode promo, Guid accountId, CancellationToken cancel) =>
        !(promo.MostPerAccount is { } most && await db.Orders.OwnedBy(accountId).Using(promo.Code).CountAsync(cancel) >= most)
        && await codes.TryUseAsync(promo.Code, cancel);
}

/// <param name="SeenMinor">The sum that stood beside the button.</param>
public sealed record OrderWish(Guid ClientId, string? PackageKey, Currency Currency, long SeenMinor, string? PromoCode, string Language);

public readonly record struct PlacedOrder(PlacingOutcome Outcome, Order? Order = null);

public enum PlacingOutcome
{
    Placed,
    NotOffered,

    /// <summary>It is not what the person saw, so they are shown it again.</summary>
    PriceChanged,
    CodeDoesNotHold,
}
