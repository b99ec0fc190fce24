using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Settings;

/// <summary>
/// How nodes hear of changes. The writer raises a topic in its own transaction; its subscribers run on this node as soon as that commits
/// and on every other node within a poll. A subscriber may be told twice, is never run twice at once, and should subscribe before it
/// first loads what it keeps.
/// </summary>
public sealed class ChangeNotices
{
    // A range lock on a topic that is not there yet makes two first writers take turns instead of both inserting.
    private const string OnSqlServer = """
        UPDATE ChangeNotices WITH (UPDLOCK, SERIALIZABLE) SET Version = Version + 1 WHERE Topic = {0};
        IF @@ROWCOUNT = 0 INSERT INTO ChangeNotices (Topic, Version) VALUES ({0}, 1);
        """;

    private const string OnSqlite = "INSERT INTO ChangeNotices (Topic, Version) VALUES ({0}, 1) ON CONFLICT (Topic) DO UPDATE SET Version = Version + 1";

    private readonly ConditionalWeakTable<object, HashSet<string>> _raised = [];
    private ImmutableList<Subscription> _subscriptions = [];

    public IDisposable Subscribe(string topic, Func<CancellationToken, Task> onChange)
    {
        var subscription = new Subscription(topic, onChange, ended => ImmutableInterlocked.Update(ref _subscriptions, all => all.Remove(ended)));
        ImmutableInterlocked.Update(ref _subscriptions, all => all.Add(subscription));
        return subscription;
    }

    /// <summary>Locks the topic until the transaction ends, so writers of one topic take turns when they raise it first.</summary>
    public Task RaiseAsync(AppDbContext db, string topic, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            _raised.GetOrCreateValue(db.Database.CurrentTransaction!.GetDbTransaction()).Add(topic);
            return await db.Database.ExecuteSqlRawAsync(db.IsOnSqlServer ? OnSqlServer : OnSqlite, [topic], cancel);
        }, cancel);

    internal IEnumerable<string> RaisedIn(object transaction) => _raised.TryGetValue(transaction, out var topics) ? topics : [];

    internal Task TellAsync(string topic, CancellationToken cancel) =>
        Task.WhenAll(_subscriptions.Where(s => s.Topic == topic).Select(s => s.TellAsync(cancel)));

    private sealed class Subscription(string topic, Func<CancellationToken, Task> onChange, Action<Subscription> end) : IDisposable
    {
        private readonly SemaphoreSlim _turn = new(1);

        public string Topic => topic;

        public async Task TellAsync(CancellationToken cancel)
        {
            await _turn.WaitAsync(cancel);
            try
            {
                await onChange(cancel);
            }
            finally
            {
                _turn.Release();
            }
        }

        public void Dispose() => end(this);
    }
}
