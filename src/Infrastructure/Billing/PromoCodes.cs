using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Billing;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Billing;

/// <summary>Codes as people type them, and how often they were used.</summary>
public sealed class PromoCodes(AppDbContext db, TimeProvider clock)
{
    /// <summary>Null where there is no such code, or it no longer holds for anything; the same answer for both, so that codes cannot be guessed.</summary>
    public async Task<PromoCode?> FindAsync(string? typed, Guid accountId, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        if (PromoCode.Normalise(typed) is not { } code) return null;
        if (await db.PromoCodes.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code && p.From <= now && (p.Until == null || p.Until > now), cancel) is not { } promo) return null;
        if (promo.Uses >= promo.MostUses) return null;
        return promo.MostPerAccount is { } most && await db.Orders.OwnedBy(accountId).Using(code).CountAsync(cancel) >= most ? null : promo;
    }

    /// <summary>Within the transaction that places the order, under its account's lock: false when somebody else had the last use.</summary>
    internal async Task<bool> TryUseAsync(string code, CancellationToken cancel) => await db.PromoCodes
        .Where(p => p.Code == code && (p.MostUses == null || p.Uses < p.MostUses))
        .ExecuteUpdateAsync(p => p.SetProperty(x => x.Uses, x => x.Uses + 1).BumpVersion(db), cancel) == 1;

    /// <summary>Within the transaction that ends an order without money, or that is paid after it had ended.</summary>
    internal Task CountAsync(string code, int change, CancellationToken cancel) => db.PromoCodes
        .Where(p => p.Code == code).ExecuteUpdateAsync(p => p.SetProperty(x => x.Uses, x => x.Uses + change).BumpVersion(db), cancel);
}
