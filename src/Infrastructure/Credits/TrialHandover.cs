using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>What a guest has left goes with them into the account that they sign up for: once, however often somebody signs up in that browser.</summary>
public sealed class TrialHandover(AppDbContext db, CreditLedger ledger)
{
    /// <summary>In the caller's transaction. Null: nothing is left, or it was handed over before. What an answer still holds stays behind.</summary>
    public async Task<GrantOrder?> TakeAsync(Guid visitorId, CancellationToken cancel)
    {
        var guest = await db.Visitors.Where(v => v.Id == visitorId && v.SignedUpAt == null).Select(v => (Guid?)v.AccountId).SingleOrDefaultAsync(cancel);
        return guest is { } accountId ? await ledger.ChangeAsync(accountId, credits => TakeAsync(credits, visitorId, cancel), cancel) : null;
    }

    // Asked again: whoever waited for the lock comes after somebody else's sign-up.
    private static async Task<GrantOrder?> TakeAsync(LockedCredits credits, Guid visitorId, CancellationToken cancel)
    {
        if (await credits.Db.Visitors.SingleOrDefaultAsync(v => v.Id == visitorId && v.SignedUpAt == null, cancel) is not { } visitor) return null;

        visitor.SignUp(credits.At);
        credits.Account.AwaitAllowance(null);

        var left = credits.Account.Grants.Where(g => g.Free > 0).ToList();
        var (sum, until) = (left.Sum(g => g.Free), left.Exists(g => g.ExpiresAt is null) ? null : left.Max(g => g.ExpiresAt));
        foreach (var grant in left) credits.Account.Claw(grant, grant.Clawed + grant.Free, credits.At);
        return sum > 0 ? new GrantOrder(GrantSource.Trial, $"trial:{visitorId:N}", sum, until) : null;
    }
}
