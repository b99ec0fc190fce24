using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Credits;
using SaaSChat.Domain.Mail;
using SaaSChat.Domain.Notices;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Saves what became of an account in one round trip, with the statements that go beside it.</summary>
internal static class LedgerRows
{
    // A statement may have some two thousand values on SQL Server.
    private const int Most = 60;

    // What is pointed at stands before what points at it.
    private static readonly Type[] Ours =
    [
        typeof(Allowance), typeof(LimitPeriod), typeof(UsageAlert), typeof(CreditAccount), typeof(CreditGrant), typeof(CreditEntry), typeof(CreditAllocation),
        typeof(CreditHold), typeof(CreditPin), typeof(OpenCall), typeof(UsageRecord), typeof(UsagePart),
    ];

    private static readonly Type[] Known = [.. Ours, typeof(Order), typeof(Payment), typeof(Notice), typeof(OutboxMail)];

    /// <summary>What an earlier change within the same transaction has saved is read anew under the lock.</summary>
    public static void Forget(AppDbContext db)
    {
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.State == EntityState.Unchanged && Ours.Contains(row.Metadata.ClrType)).ToList()) row.State = EntityState.Detached;
    }

    /// <summary>Rows of other tables may have been added to the change: then all of them are saved in EF's own way.</summary>
    public static async Task SaveAsync(LockedCredits credits, CancellationToken cancel)
    {
        var db = credits.Db;
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var changed = db.ChangeTracker.Entries().Where(row => row.State is not EntityState.Unchanged).ToList();
            var isAll = changed.Count <= Most && changed.TrueForAll(row => PlaceOf(row) >= 0);
            GrantDays.Add(credits);
            if (isAll) Write(credits, changed);
            await credits.Beside.ChangeAsync(cancel);
            if (isAll) db.ChangeTracker.AcceptAllChanges();
            else await db.SaveChangesAsync(cancel);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static void Write(LockedCredits credits, IEnumerable<EntityEntry> changed)
    {
        if (!credits.Db.Database.IsSqlServer()) RowVersionInterceptor.Renew(credits.Db);
        foreach (var row in changed.OrderBy(PlaceOf)) credits.Beside.Change(row);
    }

    private static int PlaceOf(EntityEntry row) => Array.IndexOf(Known, row.Metadata.ClrType);
}
