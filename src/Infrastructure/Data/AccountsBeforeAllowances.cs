using Microsoft.EntityFrameworkCore.Migrations;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Whoever had an account before there were allowances is on the free plan, with cycles from the day it was opened.</summary>
public static class AccountsBeforeAllowances
{
    public static void StartAllowancesOfAccounts(this MigrationBuilder migration)
    {
        migration.Sql("""
            INSERT INTO "Allowances" ("AccountId", "PlanKey", "Since", "GivenUntil", "Claims")
            SELECT "Id", 'free', "CreatedAt", "CreatedAt", 0 FROM "Accounts" WHERE "Kind" = 'Person';
            """);
        migration.Sql("""
            UPDATE "CreditAccounts" SET "AllowanceDueAt" = (SELECT "Since" FROM "Allowances" WHERE "AccountId" = "CreditAccounts"."Id");
            """);
    }
}
