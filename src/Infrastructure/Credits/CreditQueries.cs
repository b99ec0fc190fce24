using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

public static class CreditQueries
{
    /// <summary>The account that pays for what this person does on their own.</summary>
    public static IQueryable<Account> OfPerson(this IQueryable<Account> accounts, Guid userId) =>
        accounts.Where(a => a.Kind == AccountKind.Person && a.OwnerId == userId);

    /// <summary>A hold with its pins.</summary>
    internal static Answer<CreditHold> FindHold(this RoundTrip trip, FormattableString condition)
    {
        var hold = trip.Keep<CreditHold>(condition);
        var pins = $"""
             "HoldId" IN (SELECT "Id" FROM "CreditHolds" WHERE {condition.Format})
            """;
        trip.Keep<CreditPin>(FormattableStringFactory.Create(pins, condition.GetArguments()), pin => hold.One!.Load(pin));
        return hold;
    }

    /// <summary>What can still be spent of them, soonest expiry first.</summary>
    public static IQueryable<CreditGrant> Live(this IQueryable<CreditGrant> grants, Guid accountId, DateTime at) =>
        grants.Where(g => g.AccountId == accountId && g.Remaining > 0 && (g.ExpiresAt == null || g.ExpiresAt > at)).InSpendingOrder();

    /// <summary>Those of which something is left, set aside or frozen, in the order of spending.</summary>
    public static IQueryable<CreditGrant> Kept(this IQueryable<CreditGrant> grants, Guid accountId, DateTime at) =>
        grants.Where(g => g.AccountId == accountId && (g.Frozen > 0 || (g.Remaining > 0 && (g.ExpiresAt == null || g.ExpiresAt > at || g.Pinned > 0)))).InSpendingOrder();

    public static IQueryable<CreditHold> Open(this IQueryable<CreditHold> holds, Guid accountId) =>
        holds.Where(h => h.AccountId == accountId && h.State == HoldState.Open);

    public static IQueryable<CreditHold> Abandoned(this IQueryable<CreditHold> holds, DateTime at) =>
        holds.Where(h => h.State == HoldState.Open && h.LeaseUntil <= at).OrderBy(h => h.LeaseUntil);

    /// <summary>The page of the account's history that follows this entry; the newest page without one.</summary>
    public static IQueryable<CreditEntry> NewestBefore(this IQueryable<CreditEntry> entries, Guid accountId, long? seq, int count) =>
        entries.Where(e => e.AccountId == accountId && (seq == null || e.Seq < seq)).OrderByDescending(e => e.Seq).Take(count);

    public static IQueryable<CreditEntry> Since(this IQueryable<CreditEntry> entries, DateTime at) => entries.Where(e => e.At >= at);

    public static IQueryable<CreditEntry> Until(this IQueryable<CreditEntry> entries, DateTime at) => entries.Where(e => e.At < at);

    public static IQueryable<CreditEntry> Because(this IQueryable<CreditEntry> entries, CreditReason reason) => entries.Where(e => e.Reason == reason);

    /// <summary>What the account has at that time, whether or not what is due by then has been posted. Null for an unknown account.</summary>
    public static Task<CreditBalance?> BalanceAsync(this IQueryable<CreditAccount> accounts, Guid accountId, DateTime at, CancellationToken cancel) =>
        accounts.AsNoTracking().Where(a => a.Id == accountId)
            .Select(a => new CreditBalance(
                a.Available - a.Grants.Where(g => g.Remaining > g.Pinned && g.ExpiresAt <= at).Sum(g => g.Remaining - g.Pinned), a.Held, a.Debt))
            .SingleOrDefaultAsync(cancel);

    private static IOrderedQueryable<CreditGrant> InSpendingOrder(this IQueryable<CreditGrant> grants) =>
        grants.OrderBy(g => g.ExpiresAt == null).ThenBy(g => g.ExpiresAt).ThenBy(g => g.Priority).ThenBy(g => g.GrantedAt);
}

public sealed record CreditBalance(long Available, long Held, long Debt)
{
    public long Spendable => Debt > 0 ? 0 : Available - Held;
}
