using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Credits;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Sets what a person can spend, by whatever movement of the ledger leads there, with the log's entry of it: all or nothing.</summary>
public sealed class AdminBalance(AppDbContext db, CreditLedger ledger, AuditLog audit)
{
    /// <summary>What they could spend before; null where an account cannot hold so much. Never takes what is set aside for a running answer.</summary>
    public async Task<long?> SetAsync(Guid userId, long balance, string reason, AuditActor by, CancellationToken cancel)
    {
        var (key, account) = ($"admin:{Ids.NewId():N}", await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel));
        return await ledger.ChangeAsync(account, async wallet =>
        {
            var before = wallet.Account.Spendable;
            if (!await MoveAsync(wallet, balance, key, cancel)) return (long?)null;

            await audit.RecordAsync(by, new AuditAct(AuditAction.BalanceSet, userId.ToString(), $"{before}", $"{balance}"), reason, cancel);
            return before;
        }, cancel);
    }

    /// <summary>Sets it or adds to it, as somebody decided who saw what could be spent. Once for each decision, however often it is sent.</summary>
    public async Task<ActOutcome> ChangeAsync(Guid userId, BalanceWish wish, string reason, AuditActor by, CancellationToken cancel)
    {
        var (key, account) = ($"admin:{wish.Id:N}", await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel));
        return await ledger.ChangeAsync(account, async wallet =>
        {
            if (await db.CreditEntries.AnyAsync(e => e.Key == $"grant:{key}" || e.Key == $"take:{key}", cancel)) return ActOutcome.Done;

            var before = wallet.Account.Spendable;
            if (before != wish.Seen) return ActOutcome.Stale;

            var balance = wish.IsChange ? (Int128)before + wish.Amount : wish.Amount;
            if (balance < 0 || balance > CreditAccount.Most || !await MoveAsync(wallet, (long)balance, key, cancel)) return ActOutcome.OutOfReach;

            await audit.RecordAsync(by, new AuditAct(AuditAction.BalanceSet, userId.ToString(), $"{before}", $"{balance}"), reason, cancel);
            return ActOutcome.Done;
        }, cancel);
    }

    // What is given pays off debt first, so that much more has to be given.
    private static async Task<bool> MoveAsync(LockedCredits wallet, long balance, string key, CancellationToken cancel)
    {
        var account = wallet.Account;
        var change = (Int128)balance - account.Available + account.Held + account.Debt;
        if (change > CreditAccount.Most) return false;
        if (change > 0) return (await wallet.GrantAsync(new GrantOrder(GrantSource.Admin, key, (long)change), cancel)).Outcome == GrantOutcome.Granted;
        return change == 0 || account.TryTake((long)-change, key, wallet.At);
    }
}

/// <param name="Id">Made with the form.</param>
/// <param name="IsChange">Whether the amount is added, below zero taken, rather than set.</param>
/// <param name="Seen">What could be spent when it was decided.</param>
public sealed record BalanceWish(Guid Id, bool IsChange, long Amount, long Seen);
