using System.Collections.Concurrent;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What this node last heard of each session. Kept for so short a time that one ended on another node is over here within three seconds.</summary>
public sealed class SessionChecks(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<Guid, (bool IsOpen, DateTime At)> _answers = new();

    public bool? Recent(Guid sessionId) =>
        _answers.TryGetValue(sessionId, out var answer) && clock.UtcNow() - answer.At < Kept ? answer.IsOpen : null;

    public void Remember(Guid sessionId, bool isOpen)
    {
        if (_answers.Count > SweepAbove) Sweep();
        _answers[sessionId] = (isOpen, clock.UtcNow());
    }

    public void Forget() => _answers.Clear();

    private void Sweep()
    {
        var now = clock.UtcNow();
        foreach (var old in _answers.Where(a => now - a.Value.At >= Kept)) _answers.TryRemove(old);
    }
}
