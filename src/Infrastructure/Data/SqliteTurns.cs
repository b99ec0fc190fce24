using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// SQLite lets one write at a time, and whoever finds it busy sleeps and tries again, so that some wait for ever while others pass. Within
/// this process the writers of a file stand in a queue instead, and no thread sleeps; among processes, whose first in line is next holds the gate.
/// </summary>
internal static class SqliteTurns
{
    private static readonly ConcurrentDictionary<string, SqliteQueue> Queues = new(StringComparer.Ordinal);

    /// <summary>Null where the database makes its writers wait itself, and where a transaction has the turn already.</summary>
    public static async Task<SqliteTurn?> TakeTurnAsync(this AppDbContext db, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null || !db.Database.IsSqlite()) return null;

        var queue = Queues.GetOrAdd(db.Database.GetConnectionString()!, text => new SqliteQueue(text));
        await queue.EnterAsync(cancel);
        return new SqliteTurn(queue, db);
    }

    /// <summary>For whoever deletes the file.</summary>
    public static void Close(string connectionString)
    {
        if (Queues.TryRemove(connectionString, out var queue)) queue.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }
}

/// <summary>The write lock is this writer's, or the next one that is free.</summary>
internal sealed class SqliteTurn(SqliteQueue queue, AppDbContext db) : IDisposable
{
    private bool _isOver;
    private bool _isLent;
    private bool _isCommitted;

    /// <summary>Writes through the connection that is kept for it, unless the context has one open, whose commits wait for the disk themselves.</summary>
    public async Task UseWriterAsync(CancellationToken cancel)
    {
        if (db.Database.GetDbConnection().State == ConnectionState.Open) return;

        // It lets go of its own, and of what the last user of a context from the pool opened and did not close.
        await db.GetService<IRelationalConnection>().DisposeAsync();
        await queue.LendWriterAsync(db, cancel);
        _isLent = true;
    }

    /// <summary>The write lock is held: from now on another process may wait for it.</summary>
    public void Began() => queue.OpenGate();

    /// <summary>Committed: the next one may write while this one waits for the disk.</summary>
    public Task CommittedAsync()
    {
        _isCommitted = true;
        Dispose();
        return _isLent ? queue.Flush.EndAsync() : Task.CompletedTask;
    }

    public void Dispose()
    {
        if (_isOver) return;
        _isOver = true;
        try
        {
            if (_isLent) queue.TakeWriterBack(db, _isCommitted);
        }
        finally
        {
            queue.Leave();
        }
    }
}
