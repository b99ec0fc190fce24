using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Bench.Usage;

/// <summary>A year of one person's calls, written in bulk with the sums of days that charging would have kept.</summary>
internal static class UsageRows
{
    public const string Email = "reader@example.com";
    public const string Password = "violet tram under glass";

    private const string Sums = "SUM(InputTokens), SUM(ReadTokens), SUM(WriteTokens), SUM(OutputTokens), SUM(Cost), SUM(Credits), COUNT(*)";
    private const string Columns = "InputTokens, ReadTokens, WriteTokens, OutputTokens, Cost, Credits, Operations";

    public static async Task FillAsync(string folder, Func<string[], Task> command, long calls)
    {
        // The site's own way to SQLite, whose library this process has not loaded yet.
        RuntimeHelpers.RunModuleConstructor(typeof(AppDbContext).Module.ModuleHandle);
        await command(["users", "add", "--email", Email, "--password", Password]);
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "saaschat.db")};Foreign Keys=False");
        await file.OpenAsync();
        await RunAsync(file, "PRAGMA synchronous = OFF");
        await RunAsync(file, AcceptTerms);
        await RunAsync(file, Records.Replace("@calls", calls.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        await RunAsync(file, $"INSERT INTO UsageDays (AccountId, UserId, Day, ModelKey, Source, KeyId, {Columns}) SELECT AccountId, UserId, LocalDay, ModelKey, Source, '00000000-0000-0000-0000-000000000000', {Sums} FROM UsageRecords GROUP BY 1, 2, 3, 4, 5");
        await RunAsync(file, Conversations);
        await RunAsync(file, "ANALYZE");
    }

    private static async Task RunAsync(SqliteConnection file, string sql)
    {
        await using var run = file.CreateCommand();
        run.CommandText = sql;
        run.CommandTimeout = 0;
        await run.ExecuteNonQueryAsync();
    }

    private const string AcceptTerms = "INSERT INTO TermsAcceptances (UserId, Version, AcceptedAt) SELECT Id, '2026-11-21', datetime('now') FROM Users";

    // Fifty calls to a conversation, each newer than the one before, three models.
    private const string Records = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @calls),
        who AS (SELECT a.Id AS AccountId, u.Id AS UserId FROM Users u JOIN Accounts a ON a.OwnerId = u.Id)
        INSERT INTO UsageRecords (AccountId, Seq, HoldId, UserId, ModelKey, Source, ConversationId, Status, InputTokens, ReadTokens, WriteTokens, OutputTokens, Cost, Credits, Margin, At, LocalDay, LocalHour)
        SELECT AccountId, i, printf('%08X-0000-4000-8000-%012X', i, i), UserId, CASE i % 3 WHEN 0 THEN 'demo' WHEN 1 THEN 'gpt-4o' ELSE 'gpt-4o-mini' END, 'Chat',
            printf('%08X-0000-4000-9000-%012X', i / 50, i / 50), 'Reported', 300, 100, 0, 200, 700000000, 840, 200000,
            datetime('now', printf('-%f days', (@calls - i) * 364.0 / @calls)) || '.0000000', date('now', printf('-%f days', (@calls - i) * 364.0 / @calls)),
            CAST(strftime('%H', 'now', printf('-%f days', (@calls - i) * 364.0 / @calls)) AS INTEGER)
        FROM n, who
        """;

    private const string Conversations = """
        INSERT INTO Conversations (Id, AccountId, UserId, ClientId, Title, TitledBy, ModelKey, MessageCount, Tokens, Credits, CreatedAt, LastAt, RowVersion)
        SELECT ConversationId, AccountId, UserId, ConversationId, 'A talk', 'Model', 'demo', 100, COUNT(*) * 600, COUNT(*) * 840, MIN(At), MAX(At), x'01'
        FROM UsageRecords GROUP BY AccountId, ConversationId, UserId
        """;
}
