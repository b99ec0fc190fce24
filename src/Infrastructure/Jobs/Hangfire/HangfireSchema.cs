using Hangfire.SqlServer;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Jobs.Hangfire;

/// <summary>Hangfire's own tables, made after ours by whoever may make tables. The script may run again and again.</summary>
internal static class HangfireSchema
{
    public static string Script { get; } = SqlServerObjectsInstaller.GetInstallScript(schema: null, enableHeavyMigrations: false);

    public static async Task InstallAsync(AppDbContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        SqlServerObjectsInstaller.Install(db.Database.GetDbConnection());
        await db.Database.CloseConnectionAsync();
    }
}
