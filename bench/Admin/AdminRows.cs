using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SaaSChat.Bench.Usage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Bench.Admin;

/// <summary>Many people and a year of their calls, written in bulk with the sums that charging would have kept. One of them is the admin who looks.</summary>
internal static class AdminRows
{
    private const string Id = "printf('%08X-0000-4000-8000-%012X', i, i)";
    private const string Address = "printf('person%07d@example.com', i)";
    private const string DaysAgo = "printf('-%f days', abs((i * 7919) % 3640) / 10.0)";
    private const string Time = $"datetime('now', {DaysAgo}) || '.0000000'";
    private const string Day = $"date('now', {DaysAgo})";
    private const string Sums = "SUM(InputTokens), SUM(ReadTokens), SUM(WriteTokens), SUM(OutputTokens), SUM(Cost), SUM(Credits), COUNT(*)";

    // As the night leaves them: the days that are over are folded.
    private const string Slot = "CASE WHEN LocalDay < date('now', '-2 days') THEN -1 ELSE Seq % 16 END";
    private const string Columns = "InputTokens, ReadTokens, WriteTokens, OutputTokens, Cost, Credits, Operations";

    public static async Task FillAsync(string folder, Func<string[], Task> command, long people, long calls)
    {
        RuntimeHelpers.RunModuleConstructor(typeof(AppDbContext).Module.ModuleHandle);
        await command(["users", "add", "--email", UsageRows.Email, "--password", UsageRows.Password, "--admin"]);
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "saaschat.db")};Foreign Keys=False");
        await file.OpenAsync();
        await RunAsync(file, "PRAGMA synchronous = OFF");
        await RunAsync(file, "INSERT INTO TermsAcceptances (UserId, Version, AcceptedAt) SELECT Id, '2026-11-21', datetime('now') FROM Users");
        await CloneAsync(file, "Users", people, ("Id", Id), ("Email", Address), ("NormalizedEmail", $"upper({Address})"), ("UserName", Address), ("NormalizedUserName", $"upper({Address})"), ("Name", "printf('Person %d', i)"), ("NameKey", "printf('person %d', i)"), ("CreatedAt", Time), ("LastSeenAt", Time));
        await CloneAsync(file, "Accounts", people, ("Id", Id), ("OwnerId", Id), ("CreatedAt", Time));
        await CloneAsync(file, "CreditAccounts", people, ("Id", Id), ("Available", "i * 13 % 4000000"), ("AllowanceDueAt", "NULL"));
        await CloneAsync(file, "Allowances", people, ("AccountId", Id));
        await RunAsync(file, $"{Numbers(people)} INSERT INTO LimitPeriods (AccountId, UserId, Span, Zone, FirstDay, StartsAt, EndsAt, Tokens, Cost) SELECT {Id}, {Id}, 'Month', 'UTC', date('now', 'start of month'), datetime('now', 'start of month'), datetime('now', '+40 days'), i * 31 % 100000, i * 1000000 FROM n");
        await RunAsync(file, Records(people, calls));
        await RunAsync(file, $"INSERT INTO UsageDays (AccountId, UserId, Day, ModelKey, Source, KeyId, {Columns}) SELECT AccountId, UserId, LocalDay, ModelKey, Source, '00000000-0000-0000-0000-000000000000', {Sums} FROM UsageRecords GROUP BY 1, 2, 3, 4, 5");
        await RunAsync(file, $"INSERT INTO PlatformDays (Day, ModelKey, Source, Slot, {Columns}) SELECT LocalDay, ModelKey, Source, {Slot}, {Sums} FROM UsageRecords GROUP BY 1, 2, 3, 4");
        await RunAsync(file, "INSERT INTO CallDays (Day, ModelKey, Slot, Calls, Failed, Took5, First2) SELECT Day, ModelKey, CASE WHEN Slot < 0 THEN Slot ELSE Slot % 4 END, SUM(Operations), 0, SUM(Operations), SUM(Operations) FROM PlatformDays GROUP BY 1, 2, 3");
        await RunAsync(file, "INSERT OR REPLACE INTO GrantDays (Day, Source, Slot, Credits, SoldCredits, Grants) SELECT Day, 'Plan', Slot, SUM(Credits), 0, SUM(Operations) FROM PlatformDays GROUP BY 1, 3");
        await RunAsync(file, "INSERT INTO RevenueDays (Day, Currency, Kind, Item, PaidMinor, RefundedMinor, LostMinor) SELECT Day, 'USD', 'Package', 'credits-500k', COUNT(*) * 499, 0, 0 FROM PlatformDays GROUP BY 1");
        await RunAsync(file, "ANALYZE");
    }

    private static string Numbers(long most) => string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most})");

    // Row after row like the one that is there, but for what is said.
    private static async Task CloneAsync(SqliteConnection file, string table, long count, params (string Column, string Value)[] other)
    {
        var columns = new List<string>();
        await using (var ask = file.CreateCommand())
        {
            ask.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            await using var names = await ask.ExecuteReaderAsync();
            while (await names.ReadAsync()) columns.Add(names.GetString(0));
        }

        var values = columns.Select(column => Array.Find(other, o => o.Column == column).Value ?? $"one.\"{column}\"");
        await RunAsync(file, $"{Numbers(count)} INSERT INTO {table} ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM n, (SELECT * FROM {table} LIMIT 1) one");
    }

    // Each person's calls follow each other, so that the table grows at its end.
    private static string Records(long people, long calls)
    {
        var each = Math.Max(1, calls / people);
        var (who, seq) = (string.Create(CultureInfo.InvariantCulture, $"((i - 1) / {each} % {people} + 1)"), string.Create(CultureInfo.InvariantCulture, $"((i - 1) % {each} + 1)"));
        return $"""
            {Numbers(Math.Min(calls, each * people))}
            INSERT INTO UsageRecords (AccountId, Seq, HoldId, UserId, ModelKey, Source, Status, InputTokens, ReadTokens, WriteTokens, OutputTokens, Cost, Credits, Margin, At, LocalDay, LocalHour)
            SELECT printf('%08X-0000-4000-8000-%012X', {who}, {who}), {seq}, {Id}, printf('%08X-0000-4000-8000-%012X', {who}, {who}),
                CASE i % 3 WHEN 0 THEN 'demo' WHEN 1 THEN 'gpt-4o' ELSE 'gpt-4o-mini' END, 'Chat', 'Reported', 300, 100, 0, 200, 700000000, 840, 200000, {Time}, {Day}, 12
            FROM n
            """;
    }

    private static async Task RunAsync(SqliteConnection file, string sql)
    {
        await using var run = file.CreateCommand();
        run.CommandText = sql;
        run.CommandTimeout = 0;
        await run.ExecuteNonQueryAsync();
    }
}
