using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

public sealed class SqliteFileTests(TestApp app) : IClassFixture<TestApp>
{
    [SqliteTheory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "15000")]
    public async Task Each_connection_keeps_the_file_safe(string pragma, string value) => Assert.Equal(value, await AskAsync($"SELECT * FROM pragma_{pragma}"));

    [SqliteFact]
    public async Task Whoever_commits_while_the_disk_is_busy_is_told_after_the_next_flush()
    {
        var flush = new SqliteFlush(new SqliteConnectionStringBuilder(app.ConnectionString).DataSource);

        var told = Enumerable.Range(0, 100).Select(_ => flush.EndAsync()).ToList();

        await Task.WhenAll(told);
        Assert.True(told.Distinct().Count() < told.Count, "Each had a flush of its own.");
    }

    [SqliteFact]
    public async Task A_row_that_points_nowhere_is_refused()
    {
        var refused = await Assert.ThrowsAsync<SqliteException>(
            () => app.AskAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO AuditNotes (Seq, Reason) VALUES (-1, 'none')")));

        Assert.Contains("FOREIGN KEY", refused.Message, StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_text_that_SQL_Server_would_find_too_long_is_refused_here_too()
    {
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => app.AskAsync(db =>
        {
            db.Settings.Add(new Setting("long", new string('x', 4001), DateTime.UtcNow));
            return db.SaveChangesAsync();
        }));

        Assert.Equal("Setting.Value is longer than its 4000 characters.", refused.Message);
    }

    [SqliteFact]
    public async Task The_library_is_a_current_one_and_not_the_vulnerable_copy_of_the_package()
    {
        var version = Version.Parse(await AskAsync("SELECT sqlite_version()"));

        Assert.True(version >= new Version(3, 37, 0), $"{version} is too old.");
    }

    [PartialFeedFact]
    public async Task The_copy_of_SQLite_in_the_package_is_never_loaded()
    {
        await AskAsync("SELECT 1");

        var loaded = File.Exists("/proc/self/maps") ? await File.ReadAllTextAsync("/proc/self/maps") : "libsqlite3";

        Assert.Contains("libsqlite3", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("libe_sqlite3", loaded, StringComparison.Ordinal);
    }

    private Task<string> AskAsync(string sql) => app.AskAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    });
}

/// <summary>A complete feed has a current SQLite in its package, which may then run.</summary>
internal sealed class PartialFeedFactAttribute : FactAttribute
{
    public PartialFeedFactAttribute() => Skip = typeof(AppDbContext).Assembly.GetType("SaaSChat.Infrastructure.Data.SqliteLoader") is null
        ? "Not run: built from a complete feed."
        : new SqliteFactAttribute().Skip;
}
