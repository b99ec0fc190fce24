using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Readers never wait for the writer (WAL), a writer waits its turn, and a commit is on the disk when it returns. Said once to each connection of the pool, which keeps it.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 15000; PRAGMA journal_mode = WAL;";

    // No connection comes with this number by itself; the other one a writer may have left behind, whose commits share a flush.
    private const string IsTold = "SELECT timeout = 15000 AND synchronous = 2 FROM pragma_busy_timeout, pragma_synchronous";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = IsTold;
        if (command.ExecuteScalar() is 1L) return;

        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = IsTold;
        if (await command.ExecuteScalarAsync(cancellationToken) is 1L) return;

        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
