namespace SaaSChat.Web.Tests;

/// <summary>A test of what only the embedded database does.</summary>
internal sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute() => Skip = TestDatabase.OnSqlServer ? "Not run: this is about SQLite and the run is on SQL Server." : null;
}

internal sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute() => Skip = TestDatabase.OnSqlServer ? "Not run: this is about SQLite and the run is on SQL Server." : null;
}

/// <summary>A test of what only SQL Server does.</summary>
internal sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = TestDatabase.OnSqlServer ? null : "Not run: set SAASCHAT_TEST_SQLSERVER to a SQL Server's connection string.";
}
