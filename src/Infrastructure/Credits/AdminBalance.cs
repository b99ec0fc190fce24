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
