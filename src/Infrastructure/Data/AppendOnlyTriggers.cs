using Microsoft.EntityFrameworkCore.Migrations;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Append-only is the database's rule: whoever holds the connection, a row once written stays as it is.</summary>
public static class AppendOnlyTriggers
{
    // The role that a limited login of the app is a member of on SQL Server; an owner's login is held by the trigger alone.
    private const string AppRole = "saaschat_app";

    public static string NameFor(string table) => $"TR_{table}_AppendOnly";

    public static void MakeAppendOnly(this MigrationBuilder migration, string table, string key)
    {
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.SqlServer") OnSqlServer(migration, table);
        else OnSqlite(migration, table, key);
    }

    // EXEC: CREATE TRIGGER must stand first in its batch, which an idempotent script's IF does not allow.
    private static void OnSqlServer(MigrationBuilder migration, string table)
    {
        migration.Sql($"""
            EXEC(N'CREATE TRIGGER [{NameFor(table)}] ON [{table}] AFTER UPDATE, DELETE AS
            BEGIN
                SET NOCOUNT ON;
                IF EXISTS (SELECT 1 FROM deleted) THROW 51000, ''{table} is append-only.'', 1;
            END');
            """);
        migration.Sql($"""
            IF DATABASE_PRINCIPAL_ID(N'{AppRole}') IS NULL EXEC(N'CREATE ROLE [{AppRole}]');
            DENY UPDATE, DELETE ON [{table}] TO [{AppRole}];
            """);
    }

    // INSERT OR REPLACE deletes the old row without its DELETE trigger, so an insert over a known key is refused too.
    private static void OnSqlite(MigrationBuilder migration, string table, string key)
    {
        foreach (var (act, condition) in new[]
        {
            ("UPDATE", ""), ("DELETE", ""), ("INSERT", $"WHEN EXISTS (SELECT 1 FROM \"{table}\" WHERE \"{key}\" = NEW.\"{key}\")"),
        })
        {
            migration.Sql($"""
                CREATE TRIGGER "{NameFor(table)}_{act}" BEFORE {act} ON "{table}" {condition}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only.'); END;
                """);
        }
    }
}
