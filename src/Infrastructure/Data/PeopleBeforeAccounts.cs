using Microsoft.EntityFrameworkCore.Migrations;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Whoever signed up before there were accounts is given one, with the id of their own.</summary>
public static class PeopleBeforeAccounts
{
    public static void OpenAccountsOfPeople(this MigrationBuilder migration)
    {
        migration.Sql("INSERT INTO \"Accounts\" (\"Id\", \"Kind\", \"OwnerId\", \"CreatedAt\") SELECT \"Id\", 'Person', \"Id\", \"CreatedAt\" FROM \"Users\";");

        // SQL Server makes the version itself.
        var (column, version) = migration.ActiveProvider == "Microsoft.EntityFrameworkCore.SqlServer" ? ("", "") : (", \"RowVersion\"", ", randomblob(8)");
        migration.Sql($"""
            INSERT INTO "CreditAccounts" ("Id", "Available", "Held", "Debt", "LastSeq", "LastHash", "LockedAt"{column})
            SELECT "Id", 0, 0, 0, 0, '', "CreatedAt"{version} FROM "Accounts";
            """);
    }
}
