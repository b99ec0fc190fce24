using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Assistants;
using SaaSChat.Infrastructure.Billing.Packages;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;
using SaaSChat.Infrastructure.Settings;

namespace SaaSChat.Web.Tests;

/// <summary>A SQLite file that is migrated and given its models once for the whole test run; every test application starts from a copy of it.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<string> Migrated = new(Migrate);

    public static void CopyTo(string file) => File.Copy(Migrated.Value, file);

    private static string Migrate()
    {
        var folder = Directory.CreateTempSubdirectory("saaschat-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);

        var file = Path.Combine(folder, "template.db");
        using var db = Open($"Data Source={file};Pooling=False");
        db.Database.Migrate();
        new CatalogueSeeding(db, new ChangeNotices()).RunAsync(default).GetAwaiter().GetResult();
        new AssistantSeeding(db, new ChangeNotices(), TimeProvider.System).RunAsync(default).GetAwaiter().GetResult();
        new PackageSeeding(db, new ChangeNotices()).RunAsync(default).GetAwaiter().GetResult();
        return file;
    }

    private static SqliteAppDbContext Open(string connection)
    {
        var options = new DbContextOptionsBuilder<SqliteAppDbContext>();
        options.UseSqliteFile(connection);
        return new SqliteAppDbContext(options.UseApplicationServiceProvider(IdentityTables.Services).Options);
    }
}
