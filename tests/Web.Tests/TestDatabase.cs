using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests;

/// <summary>One database for one test application: a copy of the migrated SQLite file (or no file yet), or a name on the SQL Server that the environment names, whose database the application makes.</summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SAASCHAT_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    private readonly string _name = $"saaschat_test_{Guid.NewGuid():N}";
    private bool _dropped;

    public TestDatabase(bool migrated = true)
    {
        Folder = Directory.CreateTempSubdirectory("saaschat-").FullName;
        if (Server is not null)
        {
            // Named, because EF would put its own name into the string and so into another pool than the one that is cleared below.
            ConnectionString = new SqlConnectionStringBuilder(Server) { InitialCatalog = _name, ApplicationName = "SaaSChat tests" }.ConnectionString;
            return;
        }

        var file = Path.Combine(Folder, "test.db");
        if (migrated) SqliteTemplate.CopyTo(file);
        ConnectionString = $"Data Source={file}";
    }

    private TestDatabase(string connectionString, string folder) => (ConnectionString, Folder, _dropped) = (connectionString, folder, true);

    public static bool OnSqlServer => Server is not null;
    public static string Provider => OnSqlServer ? "SqlServer" : "Sqlite";

    public string ConnectionString { get; }

    /// <summary>A folder of its own for whatever the application keeps in files.</summary>
    public string Folder { get; }

    /// <summary>Another process's, which outlives whoever looks into it here.</summary>
    public static TestDatabase At(string connectionString) => new(connectionString, Path.GetDirectoryName(new SqliteConnectionStringBuilder(connectionString).DataSource)!);

    // A factory disposes twice: once asynchronously, once not.
    public void Dispose()
    {
        if (_dropped) return;
        _dropped = true;

        if (Server is not null) Drop(Server);
        else SqliteTurns.Close(ConnectionString);
        Insist(() => Directory.Delete(Folder, recursive: true));
    }

    private void Drop(string server)
    {
        SqlConnection.ClearPool(new SqlConnection(ConnectionString));
        using var connection = new SqlConnection(server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"IF DB_ID('{_name}') IS NOT NULL BEGIN ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{_name}]; END";
        Insist(() => command.ExecuteNonQuery());
    }

    // What was just closed here, a session over there or a file of SQLite's, may still be ending.
    private static void Insist(Action act)
    {
        for (var triesLeft = 20; ; triesLeft--)
        {
            try
            {
                act();
                return;
            }
            catch (Exception e) when (triesLeft > 0 && e is (SqlException or IOException))
            {
                Thread.Sleep(100);
            }
        }
    }
}
