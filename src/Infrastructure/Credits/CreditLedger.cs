using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>The one door to an account's credits.</summary>
public sealed class CreditLedger(AppDbContext db, AllowancePosting allowances, TimeProvider clock)
{
    /// <summary>
    /// Changes one account's credits, and whatever else the change adds to its database, in one transaction: the caller's, or one of its
    /// own. The change may be run again where a connection was lost, so it loads what it alters and makes its keys outside; by then
    /// everything is undone. It asks no network, takes other accounts' locks in the order of ids only, and writes to the audit log last.
    /// </summary>
    /// <param name="isThere">Whether a commit that was not heard of took place. Needed only where the change leaves neither an entry nor a hold and may not be repeated.</param>
    public Task<T> ChangeAsync<T>(Guid accountId, Func<LockedCredits, Task<T>> change, CancellationToken cancel, Func<Task<bool>>? isThere = null) =>
        ChangeAsync(accountId, _ => true, (credits, _) => change(credits), cancel, isThere);

    /// <param name="ask">What else the change is decided by: it comes with the account, in the same round trip.</param>
    internal Task<T> ChangeAsync<TFacts, T>(
        Guid accountId, Func<RoundTrip, TFacts> ask, Func<LockedCredits, TFacts, Task<T>> change, CancellationToken cancel, Func<Task<bool>>? isThere = null)
    {
        LockedCredits? credits = null;
        return db.WriteAsync(async () =>
        {
            (credits, var facts) = await LockAsync(accountId, ask, cancel);
            await PostDueAsync(credits, cancel);
            var result = await change(credits, facts);
            await LedgerRows.SaveAsync(credits, cancel);
            return result;
        }, cancel, isThere ?? (() => credits!.IsThereAsync(cancel)));
    }

    /// <summary>
    /// The hold's node is alive and the answer has cost so much so far. Locks nothing but the hold's row. False when the hold is over:
    /// whatever runs on it has to stop.
    /// </summary>
    public async Task<bool> RenewAsync(Guid holdId, long seen, CancellationToken cancel)
    {
        using var turn = await db.TakeTurnAsync(cancel);
        var until = clock.UtcNow() + CreditHold.Lease;
        return await db.CreditHolds.Where(h => h.Id == holdId && h.State == HoldState.Open)
            .ExecuteUpdateAsync(h => h.SetProperty(x => x.LeaseUntil, _ => until).SetProperty(x => x.Seen, _ => seen), cancel) == 1;
    }

    /// <summary>Posts what the clock gives and takes, and nothing else.</summary>
    public Task PostDueAsync(Guid accountId, CancellationToken cancel) => ChangeAsync(accountId, _ => Task.FromResult(true), cancel);

    // What an account gets or loses by the clock alone, before anything is decided.
    private Task PostDueAsync(LockedCredits credits, CancellationToken cancel)
    {
        credits.Account.PostDue(credits.At);
        return allowances.PostAsync(credits, cancel);
    }

    // On SQLite whoever has begun holds the write lock already. On SQL Server an update takes the account's: whoever comes second waits here, so what is read
    // after it is the truth until commit.
    private async Task<(LockedCredits Credits, TFacts Facts)> LockAsync<TFacts>(Guid accountId, Func<RoundTrip, TFacts> ask, CancellationToken cancel)
    {
        LedgerRows.Forget(db);
        var kept = new KeptRows();
        var trip = new RoundTrip(db, kept);
        if (db.IsOnSqlServer) trip.Change($"""UPDATE "CreditAccounts" SET "LockedAt" = {clock.UtcNow()} WHERE "Id" = {accountId}""");
        var account = trip.Keep<CreditAccount>($""" "Id" = {accountId}""");
        trip.Keep<CreditGrant>($""" "AccountId" = {accountId} AND "Remaining" > 0""", grant => account.One?.Load(grant));
        var facts = ask(trip);
        await trip.AskAsync(cancel);

        // The time is read after the wait, which may have been long.
        var found = account.One ?? throw new InvalidOperationException($"There is no account {accountId}.");
        return (new LockedCredits(db, found, clock.UtcNow(), kept), facts);
    }
}
