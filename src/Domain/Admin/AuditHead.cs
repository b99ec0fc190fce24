namespace SaaSChat.Domain.Admin;

/// <summary>The end of the audit log's chain: one row, locked by whoever appends.</summary>
public sealed class AuditHead
{
    public const int TheId = 1;
    public const string Genesis = "";

    public int Id { get; private set; } = TheId;
    public long Seq { get; private set; }
    public string Hash { get; private set; } = Genesis;
    public DateTime LockedAt { get; private set; }

    public AuditEntry Append(AuditActor actor, AuditAct act, DateTime at)
    {
        var entry = AuditEntry.Follow(this, actor, act, at);
        (Seq, Hash) = (entry.Seq, entry.Hash);
        return entry;
    }
}
