using System.Collections.Concurrent;
using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// SQLite lets one write at a time, and whoever finds it busy sleeps and tries again, so that some wait for ever while others pass. Within
/// this process the writers of a file stand in a queue instead, and no thread sleeps; among processes, whose first in line is next holds the gate.
/// </summary>
internal static class SqliteTurns
{
    private static readonly ConcurrentDictionary<string, SqliteQueue> Queues = new(StringComparer.Ordinal);

    /// <summary>To write by itself. Null where the database makes its writers wait itself, and where a transaction has the turn already.</summary>
    public static Task<SqliteTurn?> TakeTurnAsync(this AppDbContext db, CancellationToken cancel) => db.TakeTurnAsync(joins: null, cancel);

    /// <summary>To write a transaction, alone or with others. Whoever has a connection open writes through that, alone.</summary>
    public static Task<SqliteTurn?> TakeTurnInGroupAsync(this AppDbContext db, CancellationToken cancel) =>
        db.TakeTurnAsync(db.Database.GetDbConnection().State == ConnectionState.Open ? null : db.GetService<IDbContextOptions>(), cancel);

    /// <summary>For whoever deletes the file.</summary>
    public static void Close(string connectionString)
    {
        if (Queues.TryRemove(connectionString, out var queue)) queue.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private static async Task<SqliteTurn?> TakeTurnAsync(this AppDbContext db, object? joins, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null || db.IsOnSqlServer) return null;

        var queue = Queues.GetOrAdd(db.Database.GetConnectionString()!, text => new SqliteQueue(text));
        await queue.EnterAsync(joins, cancel);
        return new SqliteTurn(queue, db, joins);
    }
}
