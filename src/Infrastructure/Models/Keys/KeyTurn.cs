using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>One attempt with one key, which tells its pool how it went.</summary>
internal sealed class KeyTurn(KeyPool pool, PoolKey key, bool isTrial) : IDisposable
{
    private bool _isKnown;
    private bool _isOver;

    public PoolKey Key => key;

    /// <summary>Where it failed: until when the key rests.</summary>
    public DateTimeOffset RestsUntil { get; private set; }

    public void Worked()
    {
        if (_isKnown) return;
        _isKnown = true;
        pool.Worked(key);
    }

    public void Failed(ChatProviderException fault)
    {
        _isKnown = true;
        RestsUntil = pool.Failed(key, fault);
    }

    public void Dispose()
    {
        if (_isOver) return;
        _isOver = true;
        pool.Over(key, gaveUp: !_isKnown && isTrial);
    }
}
