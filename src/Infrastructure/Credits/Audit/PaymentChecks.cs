namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>What was paid is what was credited, and what went back went back on both sides.</summary>
internal static class PaymentChecks
{
    public static readonly IReadOnlyList<LedgerCheck> All =
    [
        LedgerCheck.Of("every payment was credited once, and whole", """
            SELECT p."AccountId" AS "Value" FROM "Payments" p
            LEFT JOIN (SELECT "SourceKey", "AccountId", COUNT(*) AS n, MIN("Amount") AS given FROM "CreditGrants" WHERE "Source" = 'Purchase' GROUP BY "SourceKey", "AccountId") g
                ON g."SourceKey" = p."CreditKey" AND g."AccountId" = p."AccountId"
            WHERE (p."Credits" > 0 AND (COALESCE(g.n, 0) <> 1 OR g.given <> p."Credits")) OR (p."Credits" = 0 AND g.n IS NOT NULL)
            """),
        LedgerCheck.Of("every credit of a purchase was paid for once", """
            SELECT g."AccountId" AS "Value" FROM "CreditGrants" g
            LEFT JOIN (SELECT "CreditKey", "AccountId", COUNT(*) AS n FROM "Payments" WHERE "Credits" > 0 GROUP BY "CreditKey", "AccountId") p
                ON p."CreditKey" = g."SourceKey" AND p."AccountId" = g."AccountId"
            WHERE g."Source" = 'Purchase' AND COALESCE(p.n, 0) <> 1
            """),
        LedgerCheck.Of("every order that is paid has one payment that is credited, and no other has", """
            SELECT o."AccountId" AS "Value" FROM "Orders" o
            LEFT JOIN (SELECT "OrderId", COUNT(*) AS n, MIN("Credits") AS credits FROM "Payments" WHERE "Credits" > 0 GROUP BY "OrderId") p ON p."OrderId" = o."Id"
            WHERE (o."State" = 'Paid' AND (COALESCE(p.n, 0) <> 1 OR p.credits <> o."Credits")) OR (o."State" <> 'Paid' AND p.n IS NOT NULL)
            """),
        LedgerCheck.Of("what went back of a payment was taken back of its credits", """
            SELECT p."AccountId" AS "Value" FROM "Payments" p
            JOIN "CreditGrants" g ON g."SourceKey" = p."CreditKey" AND g."Source" = 'Purchase'
            WHERE g."Clawed" <> p."Clawed" OR COALESCE(g."FrozenBy", '') <> COALESCE(p."FrozenBy", '')
               OR (p."AmountMinor" > 0 AND CAST(p."Clawed" AS DECIMAL(38, 0)) * p."AmountMinor" < CAST(p."RefundedMinor" AS DECIMAL(38, 0)) * p."Credits")
            """),

        // They are nobody's, and what went back stands at the day on which it was booked: only the sums of all days can agree.
        LedgerCheck.Of("sums of the days' revenue agree with payments and invoices", $"""
            SELECT '{LedgerChecks.Nobody}' AS "Value" FROM (
                SELECT p."Currency", 'Package' AS "Kind", o."PackageKey" AS "Item", p."AmountMinor" AS paid, p."RefundedMinor" AS refunded, p."LostMinor" AS lost
                FROM "Payments" p JOIN "Orders" o ON o."Id" = p."OrderId"
                UNION ALL
                SELECT i."Currency", 'Plan', COALESCE(i."PlanKey", ''), CASE WHEN i."State" = 'Paid' AND i."TotalMinor" > 0 THEN i."TotalMinor" ELSE 0 END, i."RefundedMinor", i."LostMinor" FROM "Invoices" i
                UNION ALL
                SELECT d."Currency", d."Kind", d."Item", -d."PaidMinor", -d."RefundedMinor", -d."LostMinor" FROM "RevenueDays" d) s
            GROUP BY s."Currency", s."Kind", s."Item" HAVING SUM(s.paid) <> 0 OR SUM(s.refunded) <> 0 OR SUM(s.lost) <> 0
            """),
    ];
}
