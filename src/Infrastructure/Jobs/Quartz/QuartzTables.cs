using Microsoft.EntityFrameworkCore.Migrations;
using Quartz;

namespace SaaSChat.Infrastructure.Jobs.Quartz;

/// <summary>The tables of the clustered scheduler, by the statements that come with it: each makes only what is not there.</summary>
public static class QuartzTables
{
    private const string Statements = "Quartz.Impl.AdoJobStore.Schema.create_sqlServer.sql";
    private const string Prefix = "QRTZ_";

    public static void MakeQuartzTables(this MigrationBuilder migration)
    {
        using var resource = typeof(IScheduler).Assembly.GetManifestResourceStream(Statements) ?? throw new InvalidOperationException("The scheduler no longer says how its tables are made.");
        using var reader = new StreamReader(resource);
        foreach (var statement in reader.ReadToEnd().Split("--;;").Where(s => s.Contains("CREATE", StringComparison.Ordinal)))
            migration.Sql(statement.Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal).Trim());
    }
}
