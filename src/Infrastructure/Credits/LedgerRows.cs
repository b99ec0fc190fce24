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

    // What is pointed at stands before what points at it; all of it points at the ledger's own.
    private static readonly Type[] Ours = [typeof(Allowance), typeof(LimitPeriod), typeof(UsageAlert), typeof(OpenCall), typeof(UsageRecord), typeof(UsagePart)];

    private static readonly Type[] Known = [.. Ours, typeof(Order), typeof(Payment), typeof(Notice), typeof(OutboxMail)];

    /// <summary>What an earlier change within the same transaction has saved is read anew under the lock.</summary>
    public static void Forget(AppDbContext db)
    {
        foreach (var row in db.ChangeTracker.Entries().Where(row => row.State == EntityState.Unchanged && Ours.Contains(row.Metadata.ClrType)).ToList()) row.State = EntityState.Detached;
    }

    /// <summary>Rows of other tables may have been added to the change: then those are saved in EF's own way.</summary>
    public static async Task SaveAsync(LockedCredits credits, CancellationToken cancel)
    {
        var db = credits.Db;
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var (rows, others) = (ChangedIn(credits), db.ChangeTracker.Entries().Where(row => row.State is not EntityState.Unchanged).ToList());
            var isAll = rows.Count + others.Count <= Most && others.TrueForAll(row => PlaceOf(row) >= 0);
            GrantDays.Add(credits);
            if (isAll) Write(credits, rows, others);
            else await WriteAsync(db, rows, cancel);
            await credits.Beside.ChangeAsync(cancel);
            if (isAll) db.ChangeTracker.AcceptAllChanges();
            else await db.SaveChangesAsync(cancel);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static List<KeptRow> ChangedIn(LockedCredits credits)
    {
        var (account, changed) = (credits.Account, new List<KeptRow>());
        Add([account]);
        Add(account.Grants);
        Add(account.Entries);
        Add(account.Entries.SelectMany(e => e.Allocations));
        Add(credits.Holds);
        Add(credits.Holds.SelectMany(h => h.Pins));
        return changed;

        void Add<T>(IEnumerable<T> rows) where T : class
        {
            var shape = RowShape.Of(credits.Db.Model.FindEntityType(typeof(T))!);
            foreach (var row in rows)
            {
                if (credits.Kept.ChangesOf(shape, row) is { State: not EntityState.Unchanged } change) changed.Add(change);
            }
        }
    }

    private static void Write(LockedCredits credits, List<KeptRow> rows, List<EntityEntry> others)
    {
        if (!credits.Db.IsOnSqlServer) RowVersionInterceptor.Renew(credits.Db);
        foreach (var row in rows) credits.Beside.Change(row);
        foreach (var row in others.OrderBy(PlaceOf)) credits.Beside.Change(row);
    }

    private static async Task WriteAsync(AppDbContext db, List<KeptRow> rows, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(Most))
        {
            var trip = new RoundTrip(db);
            foreach (var row in some) trip.Change(row);
            await trip.ChangeAsync(cancel);
        }
    }

    private static int PlaceOf(EntityEntry row) => Array.IndexOf(Known, row.Metadata.ClrType);
}
