namespace SaaSChat.Domain.Security;

/// <summary>
/// What each offender has run up within the last window. Two generations are kept: the window that runs, and the one before it, which
/// fades as the new one goes on. A generation that is full ends early, so the memory has a bound whatever comes.
/// </summary>
public sealed class ViolationScores(int capacity)
{
    private readonly Lock _lock = new();
    private Dictionary<Offender, int> _running = [];
    private Dictionary<Offender, int> _fading = [];
    private DateTime _turnedAt;

    public int Count
    {
        get
        {
            lock (_lock) return _running.Count + _fading.Count;
        }
    }

    /// <summary>Adds the weight and answers the score that it makes.</summary>
    public int Add(Offender offender, int weight, DateTime at, TimeSpan window)
    {
        lock (_lock)
        {
            Turn(at, window);
            var running = _running[offender] = _running.GetValueOrDefault(offender) + weight;
            var left = Math.Clamp(1 - ((at - _turnedAt) / window), 0, 1);
            return running + (int)Math.Round(_fading.GetValueOrDefault(offender) * left);
        }
    }

    public void Forget(Offender offender)
    {
        lock (_lock)
        {
            _running.Remove(offender);
            _fading.Remove(offender);
        }
    }

    private void Turn(DateTime at, TimeSpan window)
    {
        var age = at - _turnedAt;
        if (age < window && _running.Count < capacity) return;

        _fading = age < window * 2 ? _running : [];
        _running = [];
        _turnedAt = at;
    }
}
