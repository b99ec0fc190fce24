namespace SaaSChat.Infrastructure.Data;

/// <summary>Section "Database".</summary>
public sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>EF's batch size on SQL Server; unset, EF's own default holds.</summary>
    public int? MaxBatchSize { get; set; }
}

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
}
