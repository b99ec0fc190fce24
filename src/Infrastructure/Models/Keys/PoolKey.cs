using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>One of a provider's keys, and how it has done lately. Only its pool touches it, under the pool's lock.</summary>
internal sealed class PoolKey(string? key, string label, int weight = 1, int? perMinute = null)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan WhenRefused = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private const int LongestBackOff = 6;

    private readonly Queue<DateTimeOffset> _lately = [];
    private int _refusals;

    public string? Key { get; } = key;

    /// <summary>Under which what it is used for is counted; none where no key is needed.</summary>
    public Guid? Id { get; init; }

    /// <summary>What the log calls it.</summary>
    public string Label { get; private set; } = label;

    public int Weight { get; private set; } = weight;

    public KeyLimits Limits { get; private set; } = KeyLimits.None;

    /// <summary>By an admin, until one says otherwise.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>Another takes its place: until then it is only asked when no other can be.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>What it has saved up of its weight: the one with most is asked next.</summary>
    public int Saved { get; set; }

    public DateTimeOffset PausedUntil { get; private set; }

    /// <summary>Calls of this node that are not over yet.</summary>
    public int Running { get; private set; }

    /// <summary>As admins have it now; how it has done stays known.</summary>
    public PoolKey As(ProviderKey row)
    {
        (Label, Weight, Limits, IsPaused, EndsAt) = (row.Label, row.Weight, row.Limits, row.PausedAt is not null, row.EndsAt);
        return this;
    }

    public bool IsFreeAt(DateTimeOffset now)
    {
        while (_lately.TryPeek(out var first) && first <= now - Minute) _lately.Dequeue();
        return PausedUntil <= now && IsAskedAt(now) && (perMinute is not { } most || _lately.Count < most);
    }

    public bool IsAskedAt(DateTimeOffset now) => !IsPaused && !(EndsAt <= now);

    /// <summary>When it may be asked again, as far as is known.</summary>
    public DateTimeOffset FreeFrom(DateTimeOffset now) => PausedUntil > now || !_lately.TryPeek(out var first) ? PausedUntil : first + Minute;

    public void Asked(DateTimeOffset now)
    {
        Running++;
        if (perMinute is not null) _lately.Enqueue(now);
    }

    public void Over() => Running--;

    public void Worked() => _refusals = 0;

    /// <summary>Tested, and well again.</summary>
    public void Rested() => (PausedUntil, _refusals) = (default, 0);

    public void Failed(ChatProviderException fault, DateTimeOffset now)
    {
        if (fault.Fault == ProviderFault.KeyRefused) PausedUntil = now + WhenRefused;
        if (fault.Fault == ProviderFault.TooMany) PausedUntil = now + Shorter(fault.RetryAfter ?? BackOff(), LongestPause);
    }

    // Twice as long each time, and not for all nodes at the same moment.
    private TimeSpan BackOff()
    {
        _refusals = Math.Min(_refusals + 1, LongestBackOff);
        return TimeSpan.FromSeconds(Math.Pow(2, _refusals - 1) * (0.75 + (Random.Shared.NextDouble() / 2)));
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
