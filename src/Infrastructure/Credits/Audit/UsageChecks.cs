namespace SaaSChat.Infrastructure.Credits.Audit;

/// <summary>What calls used, as far as it was charged: records, the sums that are kept of them, and the holds they were charged to.</summary>
internal static class UsageChecks
{
    private const string Nobody = "'00000000-0000-0000-0000-000000000000'";

    // Both databases write a time and a day alike when they are asked for text.
    private const string UtcDay = "SUBSTRING(CAST(r.\"At\" AS CHAR(27)), 1, 10)";

    private static readonly string[] Sums = ["InputTokens", "ReadTokens", "WriteTokens", "OutputTokens", "Cost", "Credits", "Operations"];

    // One pass over each table, joined by a sort: what the records add and the sums take away must leave nothing.
    public static readonly IReadOnlyList<LedgerCheck> All =
    [
        LedgerCheck.Of("records of usage are numbered without a gap", """
            SELECT "AccountId" AS "Value" FROM "UsageRecords" GROUP BY "AccountId" HAVING MIN("Seq") <> 1 OR MAX("Seq") <> COUNT(*)
            """),
        LedgerCheck.Of("parts of usage sum to the cost of their records", """
            SELECT r."AccountId" AS "Value" FROM "UsageRecords" r
            LEFT JOIN (SELECT "AccountId", "Seq", SUM("Amount") AS amount FROM "UsageParts" GROUP BY "AccountId", "Seq") p ON p."AccountId" = r."AccountId" AND p."Seq" = r."Seq"
            WHERE COALESCE(p.amount, 0) <> r."Cost"
            """),
        LedgerCheck.Of("every record of usage was charged to its hold", """
            SELECT r."AccountId" AS "Value" FROM "UsageRecords" r
            LEFT JOIN "CreditHolds" h ON h."Id" = r."HoldId" AND h."AccountId" = r."AccountId" AND h."State" <> 'Open'
            WHERE h."Id" IS NULL OR COALESCE(h."Charged", 0) <> r."Credits"
            """),
        LedgerCheck.Of("sums of days agree with the records of usage", $"""
            SELECT s."AccountId" AS "Value" FROM (
                SELECT r."AccountId", r."UserId", r."LocalDay" AS "Day", r."ModelKey", r."Source", COALESCE(r."KeyId", {Nobody}) AS "KeyId", {Records} FROM "UsageRecords" r
                UNION ALL
                SELECT d."AccountId", d."UserId", d."Day", d."ModelKey", d."Source", d."KeyId", {Taken} FROM "UsageDays" d) s
            GROUP BY s."AccountId", s."UserId", s."Day", s."ModelKey", s."Source", s."KeyId" HAVING {Remains}
            """),

        // They are nobody's, so no account can be named; the day and the model are what the records' days are.
        LedgerCheck.Of("sums of the platform's days agree with the records of usage", $"""
            SELECT {Nobody} AS "Value" FROM (
                SELECT {UtcDay} AS "Day", r."ModelKey", r."Source", {Records} FROM "UsageRecords" r
                UNION ALL
                SELECT CAST(d."Day" AS CHAR(10)), d."ModelKey", d."Source", {Taken} FROM "PlatformDays" d) s
            GROUP BY s."Day", s."ModelKey", s."Source" HAVING {Remains}
            """),
        LedgerCheck.Of("counts of the platform's calls agree with the records of usage", $"""
            SELECT {Nobody} AS "Value" FROM (
                SELECT {UtcDay} AS "Day", r."ModelKey", 1 AS calls, CASE WHEN r."Status" = 'Failed' THEN 1 ELSE 0 END AS failed FROM "UsageRecords" r
                UNION ALL
                SELECT CAST(d."Day" AS CHAR(10)), d."ModelKey", -d."Calls", -d."Failed" FROM "CallDays" d) s
            GROUP BY s."Day", s."ModelKey" HAVING SUM(s.calls) <> 0 OR SUM(s.failed) <> 0
            """),
    ];

    private static string Records => string.Join(", ", Sums.Select(sum => sum == "Operations" ? "1 AS \"Operations\"" : $"r.\"{sum}\""));

    private static string Taken => string.Join(", ", Sums.Select(sum => $"-d.\"{sum}\""));

    private static string Remains => string.Join(" OR ", Sums.Select(sum => $"SUM(CAST(s.\"{sum}\" AS DECIMAL(38, 0))) <> 0"));
}
