namespace SaaSChat.Domain.Admin;

/// <summary>Why it was done, in a person's words; kept beside the log because words may name people and must be erasable.</summary>
public sealed class AuditNote(long seq, Guid? personId, string reason)
{
    public long Seq { get; private set; } = seq;

    /// <summary>Whom the words are about, so that they can go with that person.</summary>
    public Guid? PersonId { get; private set; } = personId;

    public string Reason { get; private set; } = reason;
}
