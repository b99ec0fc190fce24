using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SaaSChat.Domain.Settings;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Tests.Data;

/// <summary>Writers who wait for each other share a commit. On a file of their own, to which nobody else writes.</summary>
public sealed class SqliteGroupTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("saaschat-group-").FullName;

    private string Connection => $"Data Source={Path.Combine(_folder, "group.db")}";

    public async Task InitializeAsync()
    {
        await using var db = new Node(Connection).Open();
        await db.Database.EnsureCreatedAsync();
    }

    public Task DisposeAsync()
    {
        SqliteTurns.Close(Connection);
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [SqliteFact]
    public async Task Those_who_waited_are_committed_together()
    {
        var node = new Node(Connection);
        var first = new Paused(node, "0");
        var others = Enumerable.Range(1, 5).Select(i => node.WriteAsync($"{i}")).ToList();

        await first.EndAsync();
        await Task.WhenAll(others);

        // On a slow machine a second group may have been begun.
        Assert.InRange(node.Commits, 1, 3);
        Assert.Equal(["0", "1", "2", "3", "4", "5"], await node.KeysAsync());
    }

    [SqliteFact]
    public async Task What_one_of_them_breaks_off_is_undone_alone()
    {
        var node = new Node(Connection);
        var first = new Paused(node, "0");
        var before = node.WriteAsync("1");
        var broken = node.WriteAsync("2", fails: true);
        var after = node.WriteAsync("3");

        await first.EndAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        await Task.WhenAll(before, after);

        Assert.Equal(["0", "1", "3"], await node.KeysAsync());
    }

    [SqliteFact]
    public async Task When_their_commit_fails_none_of_them_hears_that_it_is_done()
    {
        var node = new Node(Connection) { FailsNext = true };
        var first = new Paused(node, "0");
        var others = Enumerable.Range(1, 3).Select(i => node.WriteAsync($"{i}")).ToList();

        await Assert.ThrowsAsync<IOException>(first.EndAsync);
        await Task.WhenAll(others).ContinueWith(_ => { }, TaskScheduler.Default);
        await node.WriteAsync("as before");

        Assert.All(others.Where(o => o.IsFaulted), o => Assert.IsType<IOException>(o.Exception!.InnerException));
        Assert.Equal([.. others.Index().Where(o => o.Item.IsCompletedSuccessfully).Select(o => $"{o.Index + 1}"), "as before"], await node.KeysAsync());
    }

    [SqliteFact]
    public async Task Whoever_saves_without_a_transaction_comes_after_them_and_before_those_behind_it()
    {
        var node = new Node(Connection);
        var first = new Paused(node, "0");
        var joins = node.WriteAsync("1");
        var saves = node.SaveAsync("2");
        var behind = node.WriteAsync("3");

        await first.EndAsync();
        await Task.WhenAll(joins, saves, behind);

        Assert.InRange(node.Commits, 2, 3);
        Assert.Equal(["0", "1", "2", "3"], await node.KeysAsync());
    }

    [SqliteFact]
    public async Task Whoever_gives_up_waiting_is_passed_over()
    {
        using var patience = new CancellationTokenSource();
        var node = new Node(Connection);
        var first = new Paused(node, "0");
        var gives = node.WriteAsync("1", cancel: patience.Token);
        var waits = node.WriteAsync("2");

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gives);
        await first.EndAsync();
        await waits;

        Assert.Equal(["0", "2"], await node.KeysAsync());
    }

    [SqliteFact]
    public async Task Another_program_does_not_join_them()
    {
        var (node, other) = (new Node(Connection), new Node(Connection));
        var first = new Paused(node, "0");
        var joins = other.WriteAsync("1");

        await first.EndAsync();
        await joins;

        Assert.Equal((1, 1), (node.Commits, other.Commits));
    }

    [SqliteFact]
    public async Task Each_sees_what_those_before_it_wrote()
    {
        var node = new Node(Connection);
        await node.WriteAsync("counter");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => node.WriteAsync(async db =>
        {
            var counter = await db.Settings.SingleAsync(s => s.Key == "counter");
            counter.Change($"{int.Parse(counter.Value, CultureInfo.InvariantCulture) + 1}", DateTime.UtcNow);
            return await db.SaveChangesAsync();
        }))));

        await using var db = node.Open();
        Assert.Equal("201", (await db.Settings.SingleAsync()).Value);
        Assert.True(node.Commits < 200, $"{node.Commits} commits");
    }

    /// <summary>A program that writes to the file.</summary>
    private sealed class Node : DbTransactionInterceptor
    {
        private readonly DbContextOptions<SqliteAppDbContext> _options;
        private int _commits;

        public Node(string connection)
        {
            var options = new DbContextOptionsBuilder<SqliteAppDbContext>();
            options.UseSqliteFile(connection);
            _options = options.AddInterceptors(this).UseApplicationServiceProvider(IdentityTables.Services).Options;
        }

        public int Commits => _commits;

        public bool FailsNext { get; set; }

        public SqliteAppDbContext Open() => new(_options);

        public async Task<int> WriteAsync(Func<AppDbContext, Task<int>> change, CancellationToken cancel = default)
        {
            await using var db = Open();
            return await db.WriteAsync(() => change(db), cancel);
        }

        public Task<int> WriteAsync(string key, bool fails = false, CancellationToken cancel = default) => WriteAsync(
            async db =>
            {
                var added = await AddAsync(db, key);
                return fails ? throw new InvalidOperationException(key) : added;
            }, cancel);

        public async Task<int> SaveAsync(string key)
        {
            await using var db = Open();
            return await AddAsync(db, key);
        }

        public async Task<List<string>> KeysAsync()
        {
            await using var db = Open();
            return await db.Settings.OrderBy(s => s.Key).Select(s => s.Key).ToListAsync();
        }

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (!FailsNext) return ValueTask.FromResult(result);
            FailsNext = false;
            throw new IOException("The disk is full.");
        }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _commits);
            return Task.CompletedTask;
        }

        private static async Task<int> AddAsync(AppDbContext db, string key)
        {
            db.Settings.Add(new Setting(key, "1", DateTime.UtcNow));
            return await db.SaveChangesAsync();
        }
    }

    /// <summary>A change that has the turn until the test lets it end.</summary>
    private sealed class Paused
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Task _written;

        public Paused(Node node, string key)
        {
            using var begun = new ManualResetEventSlim();
            _written = Task.Run(() => node.WriteAsync(async db =>
            {
                begun.Set();
                await _end.Task;
                db.Settings.Add(new Setting(key, "1", DateTime.UtcNow));
                return await db.SaveChangesAsync();
            }));
            begun.Wait();
        }

        public Task EndAsync()
        {
            _end.SetResult();
            return _written;
        }
    }
}
