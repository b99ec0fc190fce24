using Microsoft.Data.Sqlite;

namespace SaaSChat.Bench.Ledger;

/// <summary>Transactions written by hand on one connection with prepared statements, as durable as the site's; they wait their turn in a queue as the site's do.</summary>
internal sealed class HandWritten : IDisposable
{
    private readonly SemaphoreSlim _queue;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    public HandWritten(string connection, SemaphoreSlim queue)
    {
        _queue = queue;
        _connection = new SqliteConnection(connection);
        _connection.Open();
        Run("PRAGMA busy_timeout = 15000; PRAGMA foreign_keys = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    }

    public async Task WriteAsync(Action change)
    {
        await _queue.WaitAsync();
        try
        {
            Run("BEGIN IMMEDIATE");
            change();
            Run("COMMIT");
        }
        finally
        {
            _queue.Release();
        }
    }

    public void Run(string sql) => Prepare(sql, []).ExecuteNonQuery();

    /// <summary>Fails unless exactly one row was changed.</summary>
    public void Change(string sql, params (string Name, object Value)[] values)
    {
        if (Prepare(sql, values).ExecuteNonQuery() != 1) throw new InvalidOperationException($"Not one row: {sql}");
    }

    public (T First, long Second) Ask<T>(string sql, params (string Name, object Value)[] values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        reader.Read();
        return (reader.GetFieldValue<T>(0), reader.GetInt64(1));
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Prepare(string sql, (string Name, object Value)[] values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
            _prepared[sql] = command;
        }

        foreach (var (name, value) in values) command.Parameters[name].Value = value;
        return command;
    }
}
