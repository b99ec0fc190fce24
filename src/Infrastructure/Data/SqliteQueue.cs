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

    private readonly SemaphoreSlim _first = new(1, 1);
    private readonly string _gateFile = FileOf(connectionString) + ".gate";
    private FileStream? _gate;
    private long _passedAt;
    private SqliteWriter? _writer;

    public SqliteFlush Flush { get; } = new(FileOf(connectionString));

    public async Task EnterAsync(CancellationToken cancel)
    {
        await _first.WaitAsync(cancel);
        try
        {
            if (_passedAt == 0 || Environment.TickCount64 - _passedAt >= Stretch.TotalMilliseconds) await TakeGateAsync(cancel);
        }
        catch
        {
            _first.Release();
            throw;
        }
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

    public void Dispose()
    {
        _writer?.Dispose();
        _first.Dispose();
    }

    public void OpenGate()
    {
        if (_gate is null) return;
        _gate.Dispose();
        (_gate, _passedAt) = (null, Environment.TickCount64);
    }

    public void Leave()
    {
        OpenGate();
        _first.Release();
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
