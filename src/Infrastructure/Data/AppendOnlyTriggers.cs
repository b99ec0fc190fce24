using Microsoft.EntityFrameworkCore.Migrations;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Append-only is the database's rule: whoever holds the connection, a row once written stays as it is.</summary>
public static class AppendOnlyTriggers
{
    // The role that a limited login of the app is a member of on SQL Server; an owner's login is held by the trigger alone.
    private const string AppRole = "saaschat_app";

    public static string NameFor(string table) => $"TR_{table}_AppendOnly";

    /// <param name="migration">The migration that has just created the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="keys">The columns of its primary key and of each of its unique indexes.</param>
    public static void MakeAppendOnly(this MigrationBuilder migration, string table, params string[][] keys)
    {
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.SqlServer") OnSqlServer(migration, table);
        else OnSqlite(migration, table, keys);
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

    // INSERT OR REPLACE deletes the old row without its DELETE trigger, whichever unique key it meets: such an insert is refused too.
    private static void OnSqlite(MigrationBuilder migration, string table, string[][] keys)
    {
        var known = string.Join(" OR ", keys.Append(["rowid"]).Select(key => string.Join(" AND ", key.Select(column => $"\"{column}\" = NEW.\"{column}\""))));
        foreach (var (act, condition) in new[] { ("UPDATE", ""), ("DELETE", ""), ("INSERT", $"WHEN EXISTS (SELECT 1 FROM \"{table}\" WHERE {known})") })
        {
            migration.Sql($"""
                CREATE TRIGGER "{NameFor(table)}_{act}" BEFORE {act} ON "{table}" {condition}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only.'); END;
                """);
        }
    }
}
