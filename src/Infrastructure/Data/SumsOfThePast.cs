using Microsoft.EntityFrameworkCore.Migrations;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Sums of days that are kept from now on, for the days before. When money went back was not written down: it stands at the day it came.</summary>
public static class SumsOfThePast
{
    public static void AddSumsOfThePast(this MigrationBuilder migration)
    {
        var isSqlServer = migration.ActiveProvider == "Microsoft.EntityFrameworkCore.SqlServer";
        migration.Sql("""UPDATE "Invoices" SET "LostMinor" = "TotalMinor" - "RefundedMinor" WHERE "Dispute" = 'Lost' AND "TotalMinor" > "RefundedMinor";""");
        migration.Sql($"""
            INSERT INTO "CallDays" ("Day", "ModelKey", "Slot", "Calls", "Failed")
            SELECT {Day("At")}, "ModelKey", 0, COUNT(*), SUM(CASE WHEN "Status" = 'Failed' THEN 1 ELSE 0 END) FROM "UsageRecords" GROUP BY {Day("At")}, "ModelKey";
            """);
        migration.Sql($"""
            INSERT INTO "GrantDays" ("Day", "Source", "Slot", "Credits", "SoldCredits", "Grants")
            SELECT {Day("GrantedAt")}, "Source", 0, SUM("Amount"),
                SUM(CASE WHEN "Source" = 'Purchase' OR ("Source" = 'Plan' AND "SourceKey" LIKE 'invoice:%') THEN "Amount" ELSE 0 END), COUNT(*)
            FROM "CreditGrants" GROUP BY {Day("GrantedAt")}, "Source";
            """);
        migration.Sql($"""
            INSERT INTO "RevenueDays" ("Day", "Currency", "Kind", "Item", "PaidMinor", "RefundedMinor", "LostMinor")
            SELECT s."Day", s."Currency", s."Kind", s."Item", SUM(s.paid), SUM(s.refunded), SUM(s.lost) FROM (
                SELECT {Day("PaidAt")} AS "Day", p."Currency", 'Package' AS "Kind", o."PackageKey" AS "Item", "AmountMinor" AS paid, "RefundedMinor" AS refunded, "LostMinor" AS lost
                FROM "Payments" p JOIN "Orders" o ON o."Id" = p."OrderId"
                UNION ALL
                SELECT {Day("At")}, "Currency", 'Plan', COALESCE("PlanKey", ''), CASE WHEN "State" = 'Paid' AND "TotalMinor" > 0 THEN "TotalMinor" ELSE 0 END, "RefundedMinor", "LostMinor" FROM "Invoices") s
            GROUP BY s."Day", s."Currency", s."Kind", s."Item" HAVING SUM(s.paid) <> 0 OR SUM(s.refunded) <> 0 OR SUM(s.lost) <> 0;
            """);

        string Day(string column) => isSqlServer ? $"CAST(\"{column}\" AS date)" : $"SUBSTR(\"{column}\", 1, 10)";
    }
}
