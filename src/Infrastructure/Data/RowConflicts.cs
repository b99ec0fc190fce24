using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;

namespace SaaSChat.Infrastructure.Data;

public static class RowConflicts
{
    private const int Attempts = 3;

    /// <summary>False where a row is no longer as it was when it was read; what was altered here is forgotten then.</summary>
    public static async Task<bool> TrySaveAsync(this AppDbContext db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The row is saved only where it is still at this version; also where only what belongs to it changes, so that of two who change it at once each sees what the other did.</summary>
    public static T At<T>(this AppDbContext db, T row, byte[] version)
        where T : class, IVersioned
    {
        var entry = db.Entry(row);
        entry.State = EntityState.Modified;
        entry.Property(r => r.RowVersion).OriginalValue = version;
        return row;
    }

    public static bool IsAt(this IVersioned row, byte[] version) => row.RowVersion.AsSpan().SequenceEqual(version);

    /// <summary>Runs the change again where somebody else was faster with a row that it alters: what it read is old, so it reads anew.</summary>
    public static async Task<T> AgainOnConflictAsync<T>(this AppDbContext db, Func<Task<T>> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await change();
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
