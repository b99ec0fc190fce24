using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

public static class WalletQueries
{
    /// <summary>A person's credits in one question.</summary>
    public static Task<Wallet?> WalletOfAsync(this AppDbContext db, Guid userId, DateTime at, CancellationToken cancel) =>
        (from account in db.Accounts.AsNoTracking().OfPerson(userId)
         join user in db.Users on account.OwnerId equals user.Id
         join credits in db.CreditAccounts on account.Id equals credits.Id
         join allowance in db.Allowances on account.Id equals allowance.AccountId
         select new Wallet(
             account.Id,
             new CreditBalance(credits.Available, credits.Held, credits.Debt),
             credits.AllowanceDueAt <= at || credits.Grants.Any(g => g.Remaining > g.Pinned && g.ExpiresAt <= at),
             allowance.PlanKey,
             allowance.PaidUntil ?? allowance.GivenUntil,
             allowance.PaidUntil == null ? (long?)null : allowance.PaidCredits,
             credits.Grants.Where(g => g.Source == GrantSource.Plan && g.Remaining > 0 && g.ExpiresAt == (allowance.PaidUntil ?? allowance.GivenUntil)).Select(g => (long?)g.Amount).FirstOrDefault(),
             credits.Grants.Where(g => g.Source == GrantSource.Plan && g.Remaining > 0 && g.ExpiresAt == (allowance.PaidUntil ?? allowance.GivenUntil)).Select(g => (long?)g.Remaining).FirstOrDefault(),
             allowance.ClaimedAt,
             user.EmailConfirmed,
             credits.Grants.Any(g => g.Source == GrantSource.Purchase || (g.Source == GrantSource.Plan && EF.Functions.Like(g.SourceKey, CreditKey.Invoices + "%"))))).SingleOrDefaultAsync(cancel);
}

/// <summary>What the side bar tells of a person's credits. Stale: the clock has something to post first.</summary>
/// <param name="GivenUntil">The end of the cycle or the paid period that was given last.</param>
/// <param name="PaidCredits">What that period gave; null on a plan that costs nothing.</param>
public sealed record Wallet(
    Guid AccountId, CreditBalance Balance, bool IsStale, string PlanKey, DateTime GivenUntil, long? PaidCredits, long? CycleAmount, long? CycleRemaining, DateTime? ClaimedAt, bool IsConfirmed, bool HasPaid)
{
    /// <summary>Null once nothing of it is left.</summary>
    public CycleLeft? Cycle => CycleAmount is { } amount ? new(amount, CycleRemaining ?? 0) : null;
}

/// <summary>The running cycle's credits, as long as there are any left.</summary>
public sealed record CycleLeft(long Amount, long Remaining);
