using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>The keys of one provider on this node, those of the configuration and those that admins keep: which is asked next, and which are left alone for a while.</summary>
internal sealed class KeyPool(string provider, IReadOnlyList<PoolKey> configured, TimeProvider clock)
{
    private static readonly Dictionary<Guid, KeySpend> Unknown = [];

    private readonly Lock _lock = new();
    private readonly Circuit _circuit = new();
    private IReadOnlyList<PoolKey> _kept = [];

    public IReadOnlyList<PoolKey> Configured => configured;

    public bool HasAny
    {
        get
        {
            lock (_lock) return All.Any(k => k.IsAskedAt(clock.GetUtcNow()));
        }
    }

    /// <summary>Those of which it must be known how much they were used.</summary>
    public IReadOnlyList<Guid> Limited
    {
        get
        {
            lock (_lock) return [.. _kept.Where(k => k.Limits != KeyLimits.None).Select(k => k.Id!.Value)];
        }
    }

    /// <summary>How long the whole provider is left alone.</summary>
    public TimeSpan LeftAlone
    {
        get
        {
            lock (_lock) return _circuit.LeftAt(clock.GetUtcNow());
        }
    }

    // Whoever was asked without a key is asked with one as soon as there is one, and with none any more while it is paused.
    private IEnumerable<PoolKey> All => _kept.Count > 0 ? configured.Where(k => k.Key is not null).Concat(_kept) : configured;

    /// <summary>Takes over what admins keep now.</summary>
    public void Keep(IEnumerable<(ProviderKey Row, string Key)> rows)
    {
        lock (_lock)
        {
            var before = _kept;
            _kept = [.. rows.Select(r => (before.FirstOrDefault(k => k.Id == r.Row.Id) ?? new PoolKey(r.Key, r.Row.Label) { Id = r.Row.Id }).As(r.Row))];
        }
    }

    /// <summary>The next of those that were not tried yet and have not used up their limits; null when there is none.</summary>
    public KeyTurn? Next(IReadOnlyCollection<PoolKey> tried, IReadOnlyDictionary<Guid, KeySpend>? spends = null)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (!_circuit.LetsThrough(now)) return null;

            var free = All.Where(k => !tried.Contains(k) && k.IsFreeAt(now) && MayPay(k, spends ?? Unknown)).ToList();
            if (free.Exists(k => k.EndsAt is null)) free.RemoveAll(k => k.EndsAt is not null);
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
            var wait = All.Select(k => k.FreeFrom(now)).DefaultIfEmpty(now).Min() - now;
            return new(ProviderFault.NotConnected, $"All keys of {provider} are paused or have reached their limits.", wait > TimeSpan.Zero ? wait : null);
        }
    }

    /// <summary>A key that was tested, and does well, need not rest any longer.</summary>
    public void Rested(Guid keyId)
    {
        lock (_lock)
        {
            foreach (var key in All.Where(k => k.Id == keyId)) key.Rested();
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

    /// <summary>Until when the key rests.</summary>
    internal DateTimeOffset Failed(PoolKey key, ChatProviderException fault)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            key.Failed(fault, now);
            _circuit.Failed(fault.Fault, now);
            return key.PausedUntil;
        }
    }

    /// <param name="gaveUp">Whether nothing came of it that was to show that the provider is well again.</param>
    internal void Over(PoolKey key, bool gaveUp)
    {
        lock (_lock)
        {
            key.Over();
            if (gaveUp) _circuit.GaveUp();
        }
    }

    private static bool MayPay(PoolKey key, IReadOnlyDictionary<Guid, KeySpend> spends) => key.Id is not { } id || key.Limits.Allow(spends.GetValueOrDefault(id, KeySpend.Nothing), key.Running);
}
