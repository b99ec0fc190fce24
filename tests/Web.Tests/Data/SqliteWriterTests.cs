using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

public sealed class SqliteWriterTests(TestApp app) : IClassFixture<TestApp>
{
    private const int WaitsForTheDisk = 2;
    private const int SharesAFlush = 1;

    [SqliteFact]
    public async Task A_transaction_shares_a_flush_and_leaves_its_context_as_safe_as_it_was() => await app.AskAsync(async db =>
    {
        Assert.Equal(SharesAFlush, await db.WriteAsync(() => SafetyAsync(db), default));
        Assert.Equal(WaitsForTheDisk, await SafetyAsync(db));
        return 0;
    });

    [SqliteFact]
    public async Task Whoever_has_a_connection_open_writes_through_it_and_waits_for_the_disk_itself() => await app.AskAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();

        Assert.Equal(WaitsForTheDisk, await db.WriteAsync(() => SafetyAsync(db), default));

        await db.Database.CloseConnectionAsync();
        return 0;
    });

    [SqliteFact]
    public async Task A_connection_that_was_left_open_in_the_pool_does_not_stop_the_next_writer()
    {
        await app.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            return 0;
        });

        await app.AskAsync(db => AddAsync(db, "after a left connection"));

        Assert.True(await IsThereAsync("after a left connection"));
    }

    [SqliteFact]
    public async Task What_failed_is_undone_and_the_next_one_writes_as_before()
    {
        await app.AskAsync(async db => await Assert.ThrowsAsync<IOException>(() => db.WriteAsync<int>(
            async () =>
            {
                await AddAsync(db, "undone");
                throw new IOException();
            }, default)));
        await app.AskAsync(async db => await Assert.ThrowsAnyAsync<Exception>(() => db.WriteAsync(() => db.Database.ExecuteSqlRawAsync("INSERT INTO Nowhere VALUES (1)"), default)));

        await app.AskAsync(db => db.WriteAsync(() => AddAsync(db, "after a failure"), default));

        Assert.False(await IsThereAsync("undone"));
        Assert.True(await IsThereAsync("after a failure"));
    }

    [SqliteFact]
    public async Task The_same_question_is_asked_again_while_its_first_answer_is_still_being_read() => await app.AskAsync(async db =>
    {
        await AddAsync(db, "read twice, one");
        await AddAsync(db, "read twice, two");
        IQueryable<string> asked = db.Settings.Where(s => s.Key.StartsWith("read twice")).OrderBy(s => s.Key).Select(s => s.Key);

        var read = await db.WriteAsync(
            async () =>
            {
                var all = new List<string>();
                await foreach (var key in asked.AsAsyncEnumerable()) all.AddRange((await asked.ToListAsync()).Prepend(key));
                return all;
            }, default);

        Assert.Equal(["read twice, one", "read twice, one", "read twice, two", "read twice, two", "read twice, one", "read twice, two"], read);
        return 0;
    });

    [SqliteFact]
    public async Task A_change_of_the_tables_does_not_stop_statements_that_were_prepared_before()
    {
        Task<int> CountAsync() => app.AskAsync(db => db.WriteAsync(() => db.Settings.CountAsync(), default));
        var before = await CountAsync();

        await app.AskAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TABLE IF NOT EXISTS Meanwhile (Id INTEGER)"));

        Assert.Equal(before, await CountAsync());
    }

    private static Task<int> SafetyAsync(AppDbContext db) => db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync();

    private static async Task<int> AddAsync(AppDbContext db, string key)
    {
        db.Settings.Add(new Setting(key, "1", DateTime.UtcNow));
        return await db.SaveChangesAsync();
    }

    private Task<bool> IsThereAsync(string key) => app.AskAsync(db => db.Settings.AnyAsync(s => s.Key == key));
}
