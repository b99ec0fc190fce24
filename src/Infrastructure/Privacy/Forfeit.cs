using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Privacy;

/// <summary>How much of what a person gives up with their account.</summary>
public sealed record Forfeit(ForfeitKind Kind, long Amount);

public enum ForfeitKind
{
    Credits,

    /// <summary>What is left of the period that a plan is paid for.</summary>
    PlanDays,
    Sessions,
    Passkeys,
}

public static class ForfeitQueries
{
    /// <summary>Whatever is worth something to its person is counted here; of what they have nothing, nothing is said.</summary>
    public static async Task<IReadOnlyList<Forfeit>> ForfeitsOfAsync(this AppDbContext db, Guid userId, DateTime at, CancellationToken cancel)
    {
        var account = await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleOrDefaultAsync(cancel);
        var balance = await db.CreditAccounts.BalanceAsync(account, at, cancel);
        var until = await db.Subscriptions.OwnedBy(account).Living().Select(s => s.PaidUntil).SingleOrDefaultAsync(cancel);
        Forfeit[] all =
        [
            new(ForfeitKind.Credits, balance?.Spendable ?? 0),
            new(ForfeitKind.PlanDays, until is { } end && end > at ? (long)Math.Ceiling((end - at).TotalDays) : 0),
            new(ForfeitKind.Sessions, await db.Sessions.CountAsync(s => s.UserId == userId && s.EndedAt == null && s.EndsAt > at, cancel)),
            new(ForfeitKind.Passkeys, await db.UserPasskeys.CountAsync(p => p.UserId == userId, cancel)),
        ];
        return [.. all.Where(f => f.Amount > 0)];
    }
}
