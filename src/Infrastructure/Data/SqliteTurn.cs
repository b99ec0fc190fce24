using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace SaaSChat.Infrastructure.Data;

/// <summary>The write lock is this writer's, or the next one that is free.</summary>
/// <param name="queue">Of the file.</param>
/// <param name="db">Through which it writes.</param>
/// <param name="joins">See <see cref="SqliteWaiter"/>.</param>
internal sealed class SqliteTurn(SqliteQueue queue, AppDbContext db, object? joins) : IAsyncDisposable, IDisposable
{
    // Each stands within those before it, so the name means the last one; the commit ends them all.
    private const string Part = "part";

    private IDbContextTransaction? _transaction;
    private SqliteGroup? _joined;
    private bool _isOver;
    private bool _isLent;

    /// <summary>Writes through the connection that is kept for it, unless the context has one open, whose commits wait for the disk themselves.</summary>
    public async Task UseWriterAsync(CancellationToken cancel)
    {
        if (db.Database.GetDbConnection().State == ConnectionState.Open) return;

        // It lets go of its own, and of what the last user of a context from the pool opened and did not close.
        await db.GetService<IRelationalConnection>().DisposeAsync();
        await queue.LendWriterAsync(db, cancel);
        _isLent = true;
    }

    /// <summary>Begins a transaction, or goes on with the one that was left to it.</summary>
    public async Task BeginAsync(CancellationToken cancel)
    {
        if (queue.Group is { } open)
        {
            await JoinAsync(open);
            await _transaction!.CreateSavepointAsync(Part, CancellationToken.None);
            return;
        }

        await UseWriterAsync(cancel);
        _transaction = await db.Database.BeginTransactionAsync(cancel);

        // The write lock is held: from now on another process may wait for it.
        queue.OpenGate();
    }

    /// <summary>Ends when all of it is on the disk. The next one may write before that.</summary>
    public async Task CommitAsync()
    {
        if (joins is not null && _isLent && TryLeave(joins) is { } group) await group.Ended;
        else await EndAsync(isSound: true);
    }

    /// <summary>Saved without a transaction of its own.</summary>
    public Task SavedAsync()
    {
        Leave(isSound: true);
        return _isLent ? queue.Flush.EndAsync() : Task.CompletedTask;
    }

    public void Dispose()
    {
        if (!_isOver) Leave(isSound: false);
    }

    /// <summary>What was begun and not committed is undone; what others left to it is committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isOver) return;
        if (_joined is null)
        {
            if (_transaction is not null) await _transaction.DisposeAsync();
            Dispose();
            return;
        }

        try
        {
            await _transaction!.RollbackToSavepointAsync(Part);
        }
        catch (Exception e)
        {
            await FailAsync(e);
            throw;
        }

        await EndAsync(isSound: false);
    }

    private async Task JoinAsync(SqliteGroup group)
    {
        _joined = group;
        try
        {
            await UseWriterAsync(CancellationToken.None);
            _transaction = await db.Database.UseTransactionAsync(group.Transaction);
        }
        catch (Exception e)
        {
            await FailAsync(e);
            throw;
        }
    }

    // Null where nobody waits who may go on with the transaction.
    private SqliteGroup? TryLeave(object options)
    {
        var group = _joined ?? new SqliteGroup(_transaction!.GetDbTransaction(), options);
        if (queue.TakeNextOf(group) is not { } next) return null;

        db.Database.UseTransaction(null);
        db.Database.CloseConnection();
        queue.TakeWriterBack(db, isSound: true);
        group.Leave();
        (queue.Group, _isOver) = (group, true);
        next.Start();
        return group;
    }

    private async Task EndAsync(bool isSound)
    {
        try
        {
            // Not cancellable: a commit that is given up half-way is neither done nor undone.
            await _transaction!.CommitAsync(CancellationToken.None);
        }
        catch (Exception e) when (_joined is not null)
        {
            await FailAsync(e);
            throw;
        }

        Leave(isSound);
        try
        {
            if (_isLent) await queue.Flush.EndAsync();
            _joined?.Succeed();
        }
        catch (Exception e) when (_joined is not null)
        {
            _joined.Fail(e);
            throw;
        }
    }

    // None of the group's changes is there.
    private async Task FailAsync(Exception e)
    {
        _joined!.Fail(e);
        await _joined.Transaction.DisposeAsync();
        if (_transaction is not null) await _transaction.DisposeAsync();
        Leave(isSound: false);
    }

    private void Leave(bool isSound)
    {
        (_isOver, queue.Group) = (true, null);
        try
        {
            if (_isLent) queue.TakeWriterBack(db, isSound);
        }
        finally
        {
            queue.Leave();
        }
    }
}
