namespace SaaSChat.Domain.Models;

/// <summary>How a key did when it last failed or was tested.</summary>
public sealed class ProviderKeyHealth(Guid keyId)
{
    public Guid KeyId { get; private set; } = keyId;
    public DateTime At { get; private set; }

    /// <summary>Null where it did well.</summary>
    public ProviderFault? Fault { get; private set; }

    /// <summary>Until then it is left alone where it failed.</summary>
    public DateTime? RestsUntil { get; private set; }

    public void Note(ProviderFault? fault, DateTime? restsUntil, DateTime at) => (Fault, RestsUntil, At) = (fault, restsUntil, at);
}
