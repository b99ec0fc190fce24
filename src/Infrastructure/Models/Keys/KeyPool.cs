using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>The keys of one provider on this node: which is asked next, and which are left alone for a while.</summary>
internal sealed class KeyPool(string provider, IReadOnlyList<PoolKey> keys, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Circuit _circuit = new();

    /// <summary>The next of those that were not tried yet; null when there is none.</summary>
    public KeyTurn? Next(IReadOnlyCollection<PoolKey> tried)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_circuit.LetsThrough(now)) return null;

            var free = keys.Where(k => !tried.Contains(k) && k.IsFreeAt(now)).ToList();
            if (free.Count == 0) return null;

            // Smooth weighted turns: each saves its weight, and whoever is asked pays for all.
            foreach (var key in free) key.Saved += key.Weight;
            var next = free.MaxBy(k => k.Saved)!;
            next.Saved -= free.Sum(k => k.Weight);
            next.Asked(now);
            return new KeyTurn(this, next, _circuit.Asked());
        }
    }

    /// <summary>Why there is no key to ask, before any was tried.</summary>
    public ChatProviderException Refusal()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_circuit.LetsThrough(now)) return new(_circuit.Why, $"{provider} failed several times and is left alone.", _circuit.LeftAt(now));
            var wait = keys.Min(k => k.FreeFrom(now)) - now;
            return new(ProviderFault.NotConnected, $"All keys of {provider} are paused.", wait > TimeSpan.Zero ? wait : null);
        }
    }

    internal void Worked(PoolKey key)
    {
        lock (_lock)
        {
            key.Worked();
            _circuit.Worked();
        }
    }

    internal void Failed(PoolKey key, ChatProviderException fault)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            key.Failed(fault, now);
            _circuit.Failed(fault.Fault, now);
        }
    }

    internal void GaveUp()
    {
        lock (_lock) _circuit.GaveUp();
    }
}
