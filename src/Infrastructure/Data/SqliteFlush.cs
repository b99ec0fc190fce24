namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// Commits that share one flush to the disk. A transaction in the queue writes to the log of the file without waiting for the disk, and whoever
/// follows may go on from there; none is told that it is done before a flush that began after its commit has ended. The log is read in its
/// order: after a power failure no commit is there without those before it.
/// </summary>
internal sealed class SqliteFlush(string file)
{
    private readonly string _log = file + "-wal";
    private readonly Lock _lock = new();
    private Task _running = Task.CompletedTask;
    private Task? _next;

    /// <summary>Ends when what was committed before is on the disk.</summary>
    public Task EndAsync()
    {
        lock (_lock) return _next ??= RunAsync(_running);
    }

    private async Task RunAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock) (_running, _next) = (_next!, null);

        // Opened each time: SQLite may have made a new one. Where there is none, all of it is in the file by now.
        if (!File.Exists(_log)) return;
        using var log = File.OpenHandle(_log, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(log);
    }
}
