using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>Leaves a provider alone that has failed several times in a row; after a while one call tries whether it is back. Only its pool touches it.</summary>
internal sealed class Circuit
{
    private const int Failures = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private int _failures;
    private DateTimeOffset _openUntil;
    private bool _isTrying;

    /// <summary>Why it is left alone.</summary>
    public ProviderFault Why { get; private set; }

    private bool IsOpen => _failures >= Failures;

    public TimeSpan LeftAt(DateTimeOffset now) => _openUntil > now ? _openUntil - now : TimeSpan.Zero;

    public bool LetsThrough(DateTimeOffset now) => !IsOpen || (_openUntil <= now && !_isTrying);

    /// <summary>True where this call is the one that tries.</summary>
    public bool Asked() => IsOpen && (_isTrying = true);

    public void Worked() => (_failures, _isTrying) = (0, false);

    public void Failed(ProviderFault fault, DateTimeOffset now)
    {
        if (fault is not (ProviderFault.Down or ProviderFault.Unreachable or ProviderFault.TimedOut))
        {
            Worked();
            return;
        }

        (_failures, _isTrying, Why) = (_failures + 1, false, fault);
        if (IsOpen) _openUntil = now + Rest;
    }

    /// <summary>The call that tried was stopped before anything was known.</summary>
    public void GaveUp() => _isTrying = false;
}
