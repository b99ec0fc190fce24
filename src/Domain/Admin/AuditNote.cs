namespace SaaSChat.Domain.Admin;

/// <summary>Why it was done, in a person's words; kept beside the log because words may name people and must be erasable.</summary>
public sealed class AuditNote(long seq, string reason)
{
    public long Seq { get; private set; } = seq;
    public string Reason { get; private set; } = reason;
}
