using System.Collections.Concurrent;

namespace SaaSChat.Infrastructure;

/// <summary>What this node last heard from the database. Kept for so short a time that what was ended on another node is over here within three seconds.</summary>
public abstract class RecentAnswers<TAbout, TAnswer>(TimeProvider clock) where TAbout : notnull
{
    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<TAbout, (TAnswer Answer, DateTime At)> _answers = new();

    protected virtual TimeSpan Kept => TimeSpan.FromSeconds(2);

    public bool TryRecall(TAbout about, out TAnswer answer)
    {
        var isThere = _answers.TryGetValue(about, out var kept);
        answer = kept.Answer;
        return isThere && clock.UtcNow() - kept.At < Kept;
    }

    public void Remember(TAbout about, TAnswer answer)
    {
        if (_answers.Count > SweepAbove) Sweep();
        _answers[about] = (answer, clock.UtcNow());
    }

    public void Forget() => _answers.Clear();

    public void Forget(TAbout about) => _answers.TryRemove(about, out _);

    private void Sweep()
    {
        var now = clock.UtcNow();
        foreach (var old in _answers.Where(a => now - a.Value.At >= Kept)) _answers.TryRemove(old);
    }
}
