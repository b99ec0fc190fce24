using Microsoft.Data.Sqlite;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// The writers of one file in this process. Before it goes for the write lock, a process takes the gate: a file that one process at a time
/// can have open, and that it closes once it holds the lock. So the one that waits is passed by nobody. It was not so without: a process
/// that writes without a pause frees the lock for microseconds only, in which the other one sleeps; that one's hold outlived its lease and
/// the sweep ended it.
/// </summary>
internal sealed class SqliteQueue(string connectionString) : IDisposable
{
    // One gate for so much work: handing over costs both a nap.
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(2);

    private readonly Lock _lock = new();
    private readonly Queue<SqliteWaiter> _waiting = [];
    private readonly string _gateFile = FileOf(connectionString) + ".gate";
    private FileStream? _gate;
    private long _passedAt;
    private SqliteWriter? _writer;
    private bool _isTaken;

    /// <summary>The one that whoever has the turn joins.</summary>
    public SqliteGroup? Group { get; set; }

    public SqliteFlush Flush { get; } = new(FileOf(connectionString));

    /// <param name="joins">See <see cref="SqliteWaiter"/>.</param>
    /// <param name="cancel">Until it has the turn.</param>
    public async Task EnterAsync(object? joins, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (Stand(joins) is { } waiter) await waiter.WaitAsync(cancel);

        // The lock of a group that is joined is held already.
        if (Group is not null || (_passedAt != 0 && Environment.TickCount64 - _passedAt < Stretch.TotalMilliseconds)) return;
        try
        {
            await TakeGateAsync(cancel);
        }
        catch
        {
            Leave();
            throw;
        }
    }

    /// <summary>The next in line, whose turn it is from now on, and who waits to be started. Null unless it may join the group.</summary>
    public SqliteWaiter? TakeNextOf(SqliteGroup group)
    {
        lock (_lock) return Next(group);
    }

    public async Task LendWriterAsync(AppDbContext db, CancellationToken cancel) => (_writer ??= await SqliteWriter.OpenAsync(connectionString, cancel)).LendTo(db);

    /// <param name="isSound">Whether what was begun was ended: nobody writes through a connection again that something went wrong with.</param>
    public void TakeWriterBack(AppDbContext db, bool isSound)
    {
        _writer!.TakeBackFrom(db);
        if (isSound) return;

        _writer.Dispose();
        _writer = null;
    }

    public void Dispose() => _writer?.Dispose();

    public void OpenGate()
    {
        if (_gate is null) return;
        _gate.Dispose();
        (_gate, _passedAt) = (null, Environment.TickCount64);
    }

    public void Leave()
    {
        OpenGate();
        lock (_lock)
        {
            if (Next(null) is { } next) next.StartElsewhere();
            else _isTaken = false;
        }
    }

    // The first who has not given up, if the group admits them.
    private SqliteWaiter? Next(SqliteGroup? group)
    {
        while (_waiting.TryPeek(out var next) && group?.Admits(next) is not false)
        {
            _waiting.Dequeue();
            if (next.TryTake()) return next;
        }

        return null;
    }

    // Null where nobody is before it.
    private SqliteWaiter? Stand(object? joins)
    {
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return null;
            }

            var waiter = new SqliteWaiter(joins);
            _waiting.Enqueue(waiter);
            return waiter;
        }
    }

    private static string FileOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);

    private async Task TakeGateAsync(CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                _gate = new FileStream(_gateFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
                return;
            }
            catch (IOException) when (File.Exists(_gateFile))
            {
                await Task.Delay(Nap, cancel);
            }
        }
    }
}
