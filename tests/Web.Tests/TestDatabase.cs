using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace SaaSChat.Web.Tests;

/// <summary>One database for one test application: a copy of a migrated SQLite file, or a fresh database on the SQL Server that the environment names.</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SAASCHAT_TEST_SQLSERVER");

    private readonly string _name = $"saaschat_test_{Guid.NewGuid():N}";
    private readonly string _folder;

    public TestDatabase()
    {
        _folder = Directory.CreateTempSubdirectory("saaschat-").FullName;
        ConnectionString = Server is null
            ? $"Data Source={Path.Combine(_folder, "test.db")}"
            : new SqlConnectionStringBuilder(Server) { InitialCatalog = _name }.ConnectionString;
    }

    public static bool OnSqlServer => Server is not null;

    public string ConnectionString { get; }

    public static string Provider => OnSqlServer ? "SqlServer" : "Sqlite";

    public void Dispose()
    {
        // A factory disposes twice: once asynchronously, once not.
        if (!Directory.Exists(_folder)) return;

        if (Server is not null) Drop(Server);
        else SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        Directory.Delete(_folder, recursive: true);
    }

    private void Drop(string server)
    {
        SqlConnection.ClearAllPools();
        using var connection = new SqlConnection(server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"IF DB_ID('{_name}') IS NOT NULL BEGIN ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}]; END";
        command.ExecuteNonQuery();
    }
}
