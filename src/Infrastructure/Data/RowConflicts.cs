using Microsoft.EntityFrameworkCore;

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
