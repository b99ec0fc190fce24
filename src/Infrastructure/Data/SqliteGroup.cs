using System.Data.Common;

namespace SaaSChat.Infrastructure.Data;

/// <summary>
/// Changes that are committed together: whoever is done while others wait leaves its transaction to the next of them, and hears that it is done when the last
/// one has committed and the disk has it. What one of them breaks off is undone alone.
/// </summary>
/// <param name="transaction">What they share.</param>
/// <param name="options">Those of their contexts: what hears of a commit is the same for all of them.</param>
internal sealed class SqliteGroup(DbTransaction transaction, object options)
{
    // So that none waits long for the others, and another process not at all.
    private const int Most = 16;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(10);

    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _began = Environment.TickCount64;
    private int _left;

    public DbTransaction Transaction => transaction;

    /// <summary>Ends when what was left to it is on the disk; fails when none of it is there.</summary>
    public Task Ended => _end.Task;

    public bool Admits(SqliteWaiter waiter) => waiter.Joins == options && _left < Most && Environment.TickCount64 - _began < Longest.TotalMilliseconds;

    /// <summary>One more is done with its part.</summary>
    public void Leave() => _left++;

    public void Succeed() => _end.SetResult();

    public void Fail(Exception e)
    {
        if (_left > 0) _end.SetException(e);
    }
}
