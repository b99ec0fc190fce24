using System.Data.Common;
using System.Globalization;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Reads which database to use; what is wrong is said before anything is opened.</summary>
internal static class DatabaseSettings
{
    public static DatabaseOptions Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Database");
        if (section["Provider"] is { } provider && !Enum.TryParse<DatabaseProvider>(provider, ignoreCase: true, out _))
            throw new StartUpRefusedException($"Database:Provider is \"{provider}\"; set it to Sqlite or SqlServer.");
        if (section["MaxBatchSize"] is { Length: > 0 } size && !(int.TryParse(size, CultureInfo.InvariantCulture, out var number) && number > 0))
            throw new StartUpRefusedException($"Database:MaxBatchSize is \"{size}\"; set it to a whole number above zero, or leave it out.");

        return section.Get<DatabaseOptions>() ?? new DatabaseOptions();
    }

    public static string ConnectionFor(DatabaseOptions database, IHostApplicationBuilder builder)
    {
        var given = builder.Configuration.GetConnectionString("Default");
        if (!string.IsNullOrWhiteSpace(given)) return Checked(given, database.Provider);
        if (database.Provider == DatabaseProvider.SqlServer)
            throw new StartUpRefusedException("Database:Provider is SqlServer but ConnectionStrings:Default is empty; set it to the server's connection string.");

        return $"Data Source={Path.Combine(DataFolder.For(builder), "saaschat.db")}";
    }

    // The text itself is not repeated: it may hold a password.
    private static string Checked(string given, DatabaseProvider provider)
    {
        try
        {
            DbConnectionStringBuilder parts = provider == DatabaseProvider.SqlServer ? new SqlConnectionStringBuilder(given) : new SqliteConnectionStringBuilder(given);
            return parts.ConnectionString;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new StartUpRefusedException($"ConnectionStrings:Default is not a connection string for {provider} ({e.Message.TrimEnd('.')}); correct it, or the Database:Provider.", e);
        }
    }
}
