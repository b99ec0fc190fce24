using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

public static class WriteTransactions
{
    /// <summary>
    /// Runs the change in one transaction that holds the write lock from its first statement (BEGIN IMMEDIATE on SQLite), joins one that
    /// is already open, and is run again from the start when SQL Server drops the connection.
    /// </summary>
    public static async Task<T> WriteAsync<T>(this AppDbContext db, Func<Task<T>> change, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null) return await change();

        return await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var result = await change();
            await transaction.CommitAsync(cancel);
            return result;
        });
    }
}
