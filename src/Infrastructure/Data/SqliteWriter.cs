using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// The connection through which the writers of one file take their turns. Hardly anything is written past it, so the pages that it has read stay true; and its
/// statements stay prepared. Its commits do not wait for the disk: whoever commits waits for the shared flush.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // The log is brought into the file every 16 MB: pages that change with each write are copied there once for many of them. What a part of a group may have to undo
    // stays in memory: by default it goes to a file from the sixteenth page on.
    private const string Sql = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA temp_store = MEMORY;";

    private readonly DbContext _opened;
    private readonly SqliteConnection _connection;
    private readonly string _text;

    // EF makes the connection, because it teaches it what its queries are written in.
    private SqliteWriter(string text)
    {
        _text = text;
        _opened = new(new DbContextOptionsBuilder().UseSqlite(text).AddInterceptors(new SqlitePragmas()).Options);
        _connection = (SqliteConnection)_opened.Database.GetDbConnection();
    }

    public static async Task<SqliteWriter> OpenAsync(string text, CancellationToken cancel)
    {
        var writer = new SqliteWriter(text);
        try
        {
            await writer._opened.Database.OpenConnectionAsync(cancel);
            using var command = writer._connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
            SqliteStatements.Keep(writer._connection);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public void LendTo(AppDbContext db) => db.Database.SetDbConnection(_connection);

    public void TakeBackFrom(AppDbContext db)
    {
        db.Database.SetDbConnection(null, contextOwnsConnection: true);
        db.Database.SetConnectionString(_text);
    }

    public void Dispose() => _opened.Dispose();
}
