using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// The writers of one file in this process. Before it goes for the write lock, a process takes the gate: a file that one process at a time
/// can have open, and that it closes once it holds the lock. So the one that waits is passed by nobody. It was not so without: a process
/// that writes without a pause frees the lock for microseconds only, in which the other one sleeps; that one's hold outlived its lease and
/// the sweep ended it.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "There is one for each file, for as long as the process lives; the gate is closed with its turn.")]
internal sealed class SqliteQueue(string file)
{
    // One gate for so much work: handing over costs both a nap.
    private static readonly TimeSpan Stretch = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Nap = TimeSpan.FromMilliseconds(2);

    private readonly SemaphoreSlim _first = new(1, 1);
    private readonly string _gateFile = Path.GetFullPath(file) + ".gate";
    private FileStream? _gate;
    private long _passedAt;

    public SqliteFlush Flush { get; } = new(Path.GetFullPath(file));

    public async Task<SqliteTurn> EnterAsync(SqliteConnection connection, CancellationToken cancel)
    {
        await _first.WaitAsync(cancel);
        try
        {
            if (_passedAt == 0 || Environment.TickCount64 - _passedAt >= Stretch.TotalMilliseconds) await TakeGateAsync(cancel);
            return new SqliteTurn(this, connection);
        }
        catch
        {
            _first.Release();
            throw;
        }
    }

    internal void OpenGate()
    {
        if (_gate is null) return;
        _gate.Dispose();
        (_gate, _passedAt) = (null, Environment.TickCount64);
    }

    internal void Leave()
    {
        OpenGate();
        _first.Release();
    }

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
