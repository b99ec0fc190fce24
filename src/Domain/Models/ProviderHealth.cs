namespace SaaSChat.Domain.Models;

/// <summary>How a provider did when it was last asked whether it is there.</summary>
public sealed class ProviderHealth(string provider)
{
    public const int ProviderLength = 100;

    public string Provider { get; private set; } = provider;
    public DateTime CheckedAt { get; private set; }
    public long Milliseconds { get; private set; }

    /// <summary>Null while it does well.</summary>
    public ProviderFault? Fault { get; private set; }

    /// <summary>Since when it has done badly.</summary>
    public DateTime? BadSince { get; private set; }

    /// <summary>True where that is news.</summary>
    public bool Note(ProviderFault? fault, TimeSpan took, DateTime at)
    {
        var isNews = fault != Fault;
        (CheckedAt, Milliseconds, Fault) = (at, (long)took.TotalMilliseconds, fault);
        BadSince = fault is null ? null : BadSince ?? at;
        return isNews;
    }
}
