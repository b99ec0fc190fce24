namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>Everything that is checked. It reads the tables as they are and shares no code with what writes them.</summary>
internal static class LedgerChecks
{
    // A total of many rows may pass what eight bytes hold on its way.
    private const string Total = "COALESCE(SUM(CAST({0} AS DECIMAL(38, 0))), 0)";

    // An id as the keys of entries write it.
    private const string HoldId = "LOWER(REPLACE(CAST(h.\"Id\" AS CHAR(36)), '-', ''))";

    /// <summary>Stands for all accounts together, where none can be named.</summary>
    public static readonly Guid Nobody = Guid.Empty;

    public static readonly IReadOnlyList<LedgerCheck> All =
    [
        LedgerCheck.Of("every account has its books", """
            SELECT a."Id" AS "Value" FROM "Accounts" a WHERE NOT EXISTS (SELECT 1 FROM "CreditAccounts" c WHERE c."Id" = a."Id")
            """),
        LedgerCheck.Of("entries sum to the balance", $"""
            SELECT a."Id" AS "Value" FROM "CreditAccounts" a
            WHERE (SELECT {Sum("e.\"Amount\"")} FROM "CreditEntries" e WHERE e."AccountId" = a."Id") <> a."Available" - a."Debt"
            """),
        LedgerCheck.Of("changes of the debt sum to the debt", $"""
            SELECT a."Id" AS "Value" FROM "CreditAccounts" a
            WHERE (SELECT {Sum("e.\"DebtChange\"")} FROM "CreditEntries" e WHERE e."AccountId" = a."Id") <> a."Debt"
            """),
        LedgerCheck.Of("each balance follows from the one before", """
            SELECT e."AccountId" AS "Value" FROM "CreditEntries" e
            LEFT JOIN "CreditEntries" p ON p."AccountId" = e."AccountId" AND p."Seq" = e."Seq" - 1
            WHERE e."BalanceAfter" <> COALESCE(p."BalanceAfter", 0) + e."Amount"
            """),
        LedgerCheck.Of("entries are numbered without a gap", """
            SELECT a."Id" AS "Value" FROM "CreditAccounts" a
            LEFT JOIN (SELECT "AccountId", COUNT(*) AS n, MIN("Seq") AS lowest, MAX("Seq") AS highest FROM "CreditEntries" GROUP BY "AccountId") e ON e."AccountId" = a."Id"
            WHERE COALESCE(e.n, 0) <> a."LastSeq" OR COALESCE(e.highest, 0) <> a."LastSeq" OR COALESCE(e.lowest, 1) <> 1
            """),
        LedgerCheck.Of("allocations sum to their entries", """
            SELECT e."AccountId" AS "Value" FROM "CreditEntries" e
            LEFT JOIN (SELECT "AccountId", "Seq", SUM("Amount") AS moved FROM "CreditAllocations" GROUP BY "AccountId", "Seq") m ON m."AccountId" = e."AccountId" AND m."Seq" = e."Seq"
            WHERE COALESCE(m.moved, 0) <> e."Amount" + e."DebtChange"
            """),
        LedgerCheck.Of("allocations sum to what is left of their grants", """
            SELECT g."AccountId" AS "Value" FROM "CreditGrants" g
            LEFT JOIN (SELECT "GrantId", SUM("Amount") AS moved FROM "CreditAllocations" GROUP BY "GrantId") m ON m."GrantId" = g."Id"
            WHERE COALESCE(m.moved, 0) <> g."Remaining"
            """),
        LedgerCheck.Of("allocations stay within their account", """
            SELECT m."AccountId" AS "Value" FROM "CreditAllocations" m JOIN "CreditGrants" g ON g."Id" = m."GrantId" WHERE g."AccountId" <> m."AccountId"
            """),
        LedgerCheck.Of("what is left of the grants sums to what is available", $"""
            SELECT a."Id" AS "Value" FROM "CreditAccounts" a
            WHERE (SELECT {Sum("g.\"Remaining\"")} FROM "CreditGrants" g WHERE g."AccountId" = a."Id" AND g."Remaining" > 0) <> a."Available"
            """),
        LedgerCheck.Of("every grant came in by one entry, and whole", """
            SELECT g."AccountId" AS "Value" FROM "CreditGrants" g
            LEFT JOIN (
                SELECT m."GrantId", COUNT(*) AS n, SUM(m."Amount") AS given FROM "CreditAllocations" m
                JOIN "CreditEntries" e ON e."AccountId" = m."AccountId" AND e."Seq" = m."Seq" AND e."Reason" = 'Grant' GROUP BY m."GrantId") m ON m."GrantId" = g."Id"
            WHERE COALESCE(m.n, 0) <> 1 OR m.given <> g."Amount"
            """),
        LedgerCheck.Of("what was frozen is frozen still or was given back", """
            SELECT g."AccountId" AS "Value" FROM "CreditGrants" g
            LEFT JOIN (
                SELECT m."GrantId", SUM(m."Amount") AS moved FROM "CreditAllocations" m
                JOIN "CreditEntries" e ON e."AccountId" = m."AccountId" AND e."Seq" = m."Seq" AND e."Reason" IN ('Freeze', 'Thaw') GROUP BY m."GrantId") m ON m."GrantId" = g."Id"
            WHERE g."Frozen" <> -COALESCE(m.moved, 0)
            """),
        LedgerCheck.Of("open holds sum to what is held", $"""
            SELECT a."Id" AS "Value" FROM "CreditAccounts" a
            WHERE (SELECT {Sum("h.\"Amount\"")} FROM "CreditHolds" h WHERE h."AccountId" = a."Id" AND h."State" = 'Open') <> a."Held"
            """),
        LedgerCheck.Of("every hold has set its credits aside", """
            SELECT h."AccountId" AS "Value" FROM "CreditHolds" h
            LEFT JOIN (SELECT "HoldId", SUM("Amount") AS pinned FROM "CreditPins" GROUP BY "HoldId") p ON p."HoldId" = h."Id"
            WHERE COALESCE(p.pinned, 0) <> h."Amount"
            """),
        LedgerCheck.Of("what open holds have set aside is set aside in their grants", """
            SELECT g."AccountId" AS "Value" FROM "CreditGrants" g
            LEFT JOIN (
                SELECT p."GrantId", SUM(p."Amount") AS pinned FROM "CreditPins" p
                JOIN "CreditHolds" h ON h."Id" = p."HoldId" AND h."State" = 'Open' GROUP BY p."GrantId") p ON p."GrantId" = g."Id"
            WHERE COALESCE(p.pinned, 0) <> g."Pinned"
            """),
        LedgerCheck.Of("every hold was ended once, by what it was charged", $"""
            SELECT h."AccountId" AS "Value" FROM "CreditHolds" h
            LEFT JOIN (
                SELECT SUBSTRING("Key", 8, 32) AS hold, COUNT(*) AS n, MIN("Amount") AS charged FROM "CreditEntries"
                WHERE "Reason" = 'Settle' GROUP BY SUBSTRING("Key", 8, 32)) e ON e.hold = {HoldId}
            WHERE (h."State" = 'Settled' AND (COALESCE(e.n, 0) <> 1 OR e.charged <> -h."Charged"))
               OR (h."State" <> 'Settled' AND e.n IS NOT NULL)
               OR (h."State" = 'Open' AND h."ResolvedAt" IS NOT NULL) OR (h."State" <> 'Open' AND h."ResolvedAt" IS NULL)
            """),
        LedgerCheck.Of("every charge belongs to a hold", $"""
            SELECT e."AccountId" AS "Value" FROM "CreditEntries" e
            LEFT JOIN (SELECT h."AccountId", {HoldId} AS hold FROM "CreditHolds" h GROUP BY h."AccountId", h."Id") h ON h.hold = SUBSTRING(e."Key", 8, 32) AND h."AccountId" = e."AccountId"
            WHERE e."Reason" = 'Settle' AND h.hold IS NULL
            """),
        LedgerCheck.Of("nothing is below its floor", """
            SELECT "Id" AS "Value" FROM "CreditAccounts" WHERE "Available" < "Held" OR "Held" < 0 OR "Debt" < 0
            UNION ALL
            SELECT "AccountId" FROM "CreditGrants"
            WHERE "Pinned" < 0 OR "Remaining" < "Pinned" OR "Frozen" < 0 OR "Clawed" < 0 OR "Clawed" > "Amount" OR "Amount" <= 0 OR "Remaining" > "Amount" - "Frozen"
            UNION ALL
            SELECT "AccountId" FROM "CreditHolds" WHERE "Amount" <= 0 OR "Charged" < 0
            """),
        LedgerCheck.Of("every key was used once", """
            SELECT "AccountId" AS "Value" FROM "CreditEntries" WHERE "Key" IN (SELECT "Key" FROM "CreditEntries" GROUP BY "Key" HAVING COUNT(*) > 1)
            UNION ALL
            SELECT "AccountId" FROM "CreditGrants" WHERE "SourceKey" IN (SELECT "SourceKey" FROM "CreditGrants" GROUP BY "SourceKey" HAVING COUNT(*) > 1)
            UNION ALL
            SELECT "AccountId" FROM "CreditHolds" WHERE "Key" IN (SELECT "Key" FROM "CreditHolds" GROUP BY "Key" HAVING COUNT(*) > 1)
            """),
        LedgerCheck.Of("sums of the days' grants agree with the grants", $"""
            SELECT '{Nobody}' AS "Value" FROM (
                SELECT SUBSTRING(CAST(g."GrantedAt" AS CHAR(27)), 1, 10) AS "Day", g."Source", g."Amount" AS credits,
                    CASE WHEN g."Source" = 'Purchase' OR (g."Source" = 'Plan' AND g."SourceKey" LIKE 'invoice:%') THEN g."Amount" ELSE 0 END AS sold, 1 AS n FROM "CreditGrants" g
                UNION ALL
                SELECT CAST(d."Day" AS CHAR(10)), d."Source", -d."Credits", -d."SoldCredits", -d."Grants" FROM "GrantDays" d) s
            GROUP BY s."Day", s."Source" HAVING {Sum("s.credits")} <> 0 OR {Sum("s.sold")} <> 0 OR SUM(s.n) <> 0
            """),
        .. UsageChecks.All,
        .. PaymentChecks.All,
        .. PlanChecks.All,
        new LedgerCheck("no entry was changed since it was written", HashChain.FindBrokenAsync),
    ];

    private static string Sum(string column) => Total.Replace("{0}", column, StringComparison.Ordinal);
}
