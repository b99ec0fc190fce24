namespace SaaSChat.Infrastructure.Data;

/// <summary>Somebody who stands in the queue of a file's writers.</summary>
/// <param name="joins">What it may join: a group of the same program, whose options are these. Null where it writes by itself.</param>
internal sealed class SqliteWaiter(object? joins)
{
    // Whoever gives it the turn runs it, unless it says otherwise.
    private readonly TaskCompletionSource _turn = new();
    private int _state;

    public object? Joins => joins;

    public async Task WaitAsync(CancellationToken cancel)
    {
        using var giveUp = cancel.UnsafeRegister((_, token) => GiveUp(token), null);
        await _turn.Task;
    }

    /// <summary>False when it has given up: then the turn is somebody else's.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _state, 1, 0) == 0;

    /// <summary>It goes on, on this thread.</summary>
    public void Start() => _turn.SetResult();

    public void StartElsewhere() => ThreadPool.UnsafeQueueUserWorkItem(static waiter => waiter.Start(), this, preferLocal: false);

    private void GiveUp(CancellationToken cancel)
    {
        if (Interlocked.CompareExchange(ref _state, 2, 0) != 0) return;
        ThreadPool.UnsafeQueueUserWorkItem(static given => given.Turn.SetCanceled(given.Cancel), (Turn: _turn, Cancel: cancel), preferLocal: false);
    }
}
