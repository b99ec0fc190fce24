namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>What was paid for plans is what they gave, and every account is on the plan that it pays for.</summary>
internal static class PlanChecks
{
    // As the keys of grants name an invoice: "invoice:" before its id.
    private const string InvoiceOfGrant = "SUBSTRING(\"SourceKey\", 9, 100)";

    public static readonly IReadOnlyList<LedgerCheck> All =
    [
        LedgerCheck.Of("every invoice of a plan that is paid was credited once, and whole, and no other was", $"""
            SELECT i."AccountId" AS "Value" FROM "Invoices" i
            LEFT JOIN (
                SELECT {InvoiceOfGrant} AS invoice, "AccountId", COUNT(*) AS n, MIN("Amount") AS given FROM "CreditGrants"
                WHERE "Source" = 'Plan' AND "SourceKey" LIKE 'invoice:%' GROUP BY {InvoiceOfGrant}, "AccountId") g ON g.invoice = i."GatewayId" AND g."AccountId" = i."AccountId"
            WHERE (i."Credits" > 0 AND (COALESCE(g.n, 0) <> 1 OR g.given <> i."Credits")) OR (i."Credits" = 0 AND g.n IS NOT NULL)
               OR (i."GrantedAt" IS NULL AND i."State" = 'Paid' AND i."PlanKey" IS NOT NULL AND i."Cause" <> 'Other')
               OR (i."GrantedAt" IS NOT NULL AND i."State" <> 'Paid')
            """),
        LedgerCheck.Of("every credit that came with an invoice was paid for once", $"""
            SELECT g."AccountId" AS "Value" FROM "CreditGrants" g
            WHERE g."Source" = 'Plan' AND g."SourceKey" LIKE 'invoice:%'
              AND NOT EXISTS (SELECT 1 FROM "Invoices" i WHERE i."GatewayId" = SUBSTRING(g."SourceKey", 9, 100) AND i."AccountId" = g."AccountId" AND i."State" = 'Paid')
            """),
        LedgerCheck.Of("what went back of an invoice was taken back of its credits", """
            SELECT i."AccountId" AS "Value" FROM "Invoices" i
            JOIN "CreditGrants" g ON g."Source" = 'Plan' AND g."SourceKey" LIKE 'invoice:%' AND SUBSTRING(g."SourceKey", 9, 100) = i."GatewayId"
            WHERE g."Clawed" <> i."Clawed" OR COALESCE(g."FrozenBy", '') <> COALESCE(i."FrozenBy", '')
               OR (i."TotalMinor" > 0 AND i."RefundedMinor" <= i."TotalMinor" AND CAST(i."Clawed" AS DECIMAL(38, 0)) * i."TotalMinor" < CAST(i."RefundedMinor" AS DECIMAL(38, 0)) * i."Credits")
            """),
        LedgerCheck.Of("every account is on the plan that it pays for", """
            SELECT s."AccountId" AS "Value" FROM "Subscriptions" s
            JOIN "Allowances" a ON a."AccountId" = s."AccountId"
            WHERE s."State" IN ('Active', 'PastDue') AND a."PlanKey" <> s."PlanKey"
            """),
    ];
}
