using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// SQLite lets one write at a time, and whoever finds it busy sleeps and tries again, so that some wait for ever while others pass. Within
/// this process the writers of a file stand in a queue instead, and no thread sleeps.
/// </summary>
internal static class SqliteTurns
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new(StringComparer.Ordinal);

    public static async Task<IDisposable?> TakeTurnAsync(this AppDbContext db, CancellationToken cancel)
    {
        if (db.Database.GetDbConnection() is not SqliteConnection connection) return null;

        var queue = Queues.GetOrAdd(connection.DataSource, _ => new SemaphoreSlim(1, 1));
        await queue.WaitAsync(cancel);
        return new Turn(queue);
    }

    private sealed class Turn(SemaphoreSlim queue) : IDisposable
    {
        public void Dispose() => queue.Release();
    }
}
