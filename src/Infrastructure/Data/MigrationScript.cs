using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SaaSChat.Infrastructure.Data;

/// <summary>All migrations as SQL to read, review and run by hand; no database is asked.</summary>
public sealed class MigrationScript(IServiceProvider services)
{
    public string For(DatabaseProvider provider)
    {
        using var db = provider == DatabaseProvider.SqlServer ? OnSqlServer() : OnSqlite();

        // SQLite has no IF: its script is for an empty file only.
        var options = provider == DatabaseProvider.SqlServer ? MigrationsSqlGenerationOptions.Idempotent : MigrationsSqlGenerationOptions.Default;
        var script = db.GetService<IMigrator>().GenerateScript(options: options);
#if HANGFIRE
        if (provider == DatabaseProvider.SqlServer) script += Jobs.Hangfire.HangfireSchema.Script;
#endif
        return script;
    }

    private AppDbContext OnSqlServer()
    {
        var options = new DbContextOptionsBuilder<AppDbContext>().UseApplicationServiceProvider(services);
        options.UseSqlServer("Server=nowhere", maxBatchSize: null);
        return new AppDbContext(options.Options);
    }

    private SqliteAppDbContext OnSqlite()
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>().UseApplicationServiceProvider(services);
        options.UseSqliteFile("Data Source=:memory:");
        return new SqliteAppDbContext(options.Options);
    }
}
