using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Removes accounts whose address nobody ever confirmed, with everything of theirs. Of those who were given credits a tombstone stays.</summary>
public sealed class UnconfirmedAccounts(AppDbContext db, Erasure erasure, TimeProvider clock)
{
    private const int Batch = 100;

    public async Task RemoveAsync(DateTime madeBefore, CancellationToken cancel)
    {
        while (await RemoveSomeAsync(madeBefore, cancel) == Batch)
        {
        }

        var credited = await db.Users.AsNoTracking().Where(u => !u.EmailConfirmed && u.CreatedAt < madeBefore && u.DeletedAt == null)
            .Select(u => new { u.Id, u.NormalizedEmail }).ToListAsync(cancel);
        foreach (var user in credited) await EntombAsync(user.Id, user.NormalizedEmail!, cancel);
    }

    // Lines of the ledger are for ever, and point to somebody. The mark also locks, as below.
    private Task<bool> EntombAsync(Guid id, string address, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var now = clock.UtcNow();
        var marked = await db.Users.Where(u => u.Id == id && !u.EmailConfirmed && u.DeletedAt == null).ExecuteUpdateAsync(u => u.SetProperty(x => x.DeletedAt, now), cancel);
        if (marked == 1) await erasure.EntombAsync(id, address, now, cancel);
        return marked == 1;
    }, cancel);

    private Task<int> RemoveSomeAsync(DateTime madeBefore, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var old = await db.Users.Where(u => !u.EmailConfirmed && u.CreatedAt < madeBefore)
            .Where(u => !db.Accounts.Any(a => a.OwnerId == u.Id && (db.CreditEntries.Any(e => e.AccountId == a.Id) || db.Orders.Any(o => o.AccountId == a.Id) || db.GatewayCustomers.Any(c => c.AccountId == a.Id))))
            .OrderBy(u => u.CreatedAt).Take(Batch).Select(u => u.Id).ToListAsync(cancel);

        // The mark also locks: who confirms at this moment was faster and is not marked, or finds nobody.
        var now = clock.UtcNow();
        await db.Users.Where(u => old.Contains(u.Id) && !u.EmailConfirmed && u.CreatedAt < madeBefore)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.DeletedAt, now), cancel);

        var gone = db.Users.Where(u => old.Contains(u.Id) && !u.EmailConfirmed && u.DeletedAt == now);
        var accounts = db.Accounts.Where(a => gone.Any(u => u.Id == a.OwnerId));
        await db.Allowances.Where(w => accounts.Any(a => a.Id == w.AccountId)).ExecuteDeleteAsync(cancel);
        await db.CreditAccounts.Where(c => accounts.Any(a => a.Id == c.Id)).ExecuteDeleteAsync(cancel);
        await accounts.ExecuteDeleteAsync(cancel);
        await db.TermsAcceptances.Where(t => gone.Any(u => u.Id == t.UserId)).ExecuteDeleteAsync(cancel);
        await db.OutboxMails.Where(m => gone.Any(u => u.Email == m.To)).ExecuteDeleteAsync(cancel);
        return await gone.ExecuteDeleteAsync(cancel);
    }, cancel);
}
