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

    /// <summary>What the log calls it.</summary>
    public string Label { get; } = label;

    public int Weight { get; } = weight;

    /// <summary>What it has saved up of its weight: the one with most is asked next.</summary>
    public int Saved { get; set; }

    public DateTimeOffset PausedUntil { get; private set; }

    public bool IsFreeAt(DateTimeOffset now)
    {
        while (_lately.TryPeek(out var first) && first <= now - Minute) _lately.Dequeue();
        return PausedUntil <= now && (perMinute is not { } most || _lately.Count < most);
    }

    /// <summary>When it may be asked again, as far as is known.</summary>
    public DateTimeOffset FreeFrom(DateTimeOffset now) => PausedUntil > now || !_lately.TryPeek(out var first) ? PausedUntil : first + Minute;

    public void Asked(DateTimeOffset now)
    {
        if (perMinute is not null) _lately.Enqueue(now);
    }

    public void Worked() => _refusals = 0;

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
