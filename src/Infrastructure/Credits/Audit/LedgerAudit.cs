using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>Compares the books with themselves: one unit that is not where it should be is found, and the account named.</summary>
public sealed class LedgerAudit(AppDbContext db)
{
    private static readonly string[] Sums = ["PlatformDays", "CallDays", "RevenueDays", "GrantDays"];

    public async Task<IReadOnlyList<LedgerFinding>> RunAsync(CancellationToken cancel)
    {
        var findings = new List<LedgerFinding>();
        foreach (var check in LedgerChecks.All)
        {
            var broken = new List<Guid>();
            foreach (var suspect in await check.FindAsync(db, null, cancel))
            {
                if (await IsBrokenAsync(check, suspect, cancel)) broken.Add(suspect);
            }

            findings.Add(new LedgerFinding(check.Name, broken));
        }

        return findings;
    }

    // People spend while the books are read: who looks wrong is looked at again while nobody else can write to the account.
    private Task<bool> IsBrokenAsync(LedgerCheck check, Guid account, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (account == LedgerChecks.Nobody) await LockPlatformAsync(cancel);
        else await db.Database.ExecuteSqlAsync($"""UPDATE "CreditAccounts" SET "LockedAt" = "LockedAt" WHERE "Id" = {account}""", cancel);
        return (await check.FindAsync(db, account, cancel)).Count > 0;
    }, cancel, isThere: () => Task.FromResult(false));

    // Whoever writes what is summed has added it to its day before, in this order, so while nobody can do that the two agree. SQLite lets one write at a time anyway.
    private async Task LockPlatformAsync(CancellationToken cancel)
    {
        if (!db.IsOnSqlServer) return;
        foreach (var table in Sums)
            await db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($"SELECT COUNT(*) FROM \"{table}\" WITH (TABLOCK, HOLDLOCK)"), cancel);
    }
}
