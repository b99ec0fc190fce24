using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

public static class WriteTransactions
{
    /// <summary>
    /// Runs the change in one transaction, or in the one that is already open. On SQLite it holds the write lock from the start (BEGIN
    /// IMMEDIATE), in the order in which they came, and is committed with those that waited behind it, each undone alone where it fails; on SQL Server the change takes its
    /// locks itself. Where SQL Server drops the connection the change is run again from the start, so it loads whatever it alters. Was the connection lost while committing, <paramref name="isThere"/> looks for a key that the
    /// change wrote: only where it is missing is the change run again. Without such a key nothing is repeated and the caller sees the failure.
    /// </summary>
    public static async Task<T> WriteAsync<T>(this AppDbContext db, Func<Task<T>> change, CancellationToken cancel, Func<Task<bool>>? isThere = null)
    {
        if (db.Database.CurrentTransaction is not null) return await change();
        if (db.ChangeTracker.HasChanges()) throw new InvalidOperationException("What was altered before the transaction would be lost; alter it inside.");

        var (result, committing) = (default(T), false);
        return await db.Database.CreateExecutionStrategy().ExecuteAsync(db, AttemptAsync, SettleAsync, cancel);

        async Task<T> AttemptAsync(DbContext context, AppDbContext _, CancellationToken token)
        {
            committing = false;
            context.ChangeTracker.Clear();
            await using var turn = await db.TakeTurnInGroupAsync(token);
            if (turn is not null)
            {
                await turn.BeginAsync(token);
                result = await change();
                committing = true;
                await turn.CommitAsync();
                return result;
            }

            await using var transaction = await context.Database.BeginTransactionAsync(token);
            result = await change();
            committing = true;

            // Not cancellable: a commit that is given up half-way is neither done nor undone.
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }

        async Task<ExecutionResult<T>> SettleAsync(DbContext context, AppDbContext _, CancellationToken token)
        {
            if (!committing) return new ExecutionResult<T>(successful: false, result!);
            if (isThere is null) throw new CommitUnknownException();
            return new ExecutionResult<T>(await isThere(), result!);
        }
    }
}

/// <summary>The connection was lost while committing and the change left no key to look for: it is there whole, or not at all.</summary>
public sealed class CommitUnknownException() : Exception("The connection was lost while committing; whether the change was saved is not known.");
