using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
        if (db.Database.CurrentTransaction is not null || db.Database.GetDbConnection() is not SqliteConnection connection) return null;

        var queue = Queues.GetOrAdd(connection.ConnectionString, text => new SqliteQueue(new SqliteConnectionStringBuilder(text).DataSource));
        return await queue.EnterAsync(connection, cancel);
    }
}

/// <summary>The write lock is this writer's, or the next one that is free.</summary>
internal sealed class SqliteTurn(SqliteQueue queue, SqliteConnection connection) : IDisposable
{
    private bool _isOver;
    private bool _sharesFlush;

    /// <summary>Said before the transaction begins, with the connection open.</summary>
    public void ShareFlush()
    {
        SqliteFlush.Share(connection, shares: true);
        _sharesFlush = true;
    }

    /// <summary>The write lock is held: from now on another process may wait for it.</summary>
    public void Began() => queue.OpenGate();

    /// <summary>Committed: the next one may write while this one waits for the disk.</summary>
    public Task CommittedAsync()
    {
        Dispose();
        return queue.Flush.EndAsync();
    }

    public void Dispose()
    {
        if (_isOver) return;
        _isOver = true;
        queue.Leave();
        if (_sharesFlush && connection.State == ConnectionState.Open) SqliteFlush.Share(connection, shares: false);
    }
}
