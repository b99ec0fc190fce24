namespace SaaSChat.Domain.Chats.Sharing;

/// <summary>Somebody found something in a shared conversation that should not stand there.</summary>
public sealed class ShareReport(Guid id, Guid shareId, Guid? userId, ReportReason reason, string words, DateTime at)
{
    public const int MostWords = 1_000;

    public Guid Id { get; private set; } = id;
    public Guid ShareId { get; private set; } = shareId;

    /// <summary>Who reported it, if they were signed in.</summary>
    public Guid? UserId { get; private set; } = userId;

    public ReportReason Reason { get; private set; } = reason;
    public string Words { get; private set; } = words;
    public DateTime At { get; private set; } = at;
    public DateTime? DecidedAt { get; private set; }

    public void Decide(DateTime at) => DecidedAt ??= at;
}

public enum ReportReason
{
    Illegal,
    Hateful,

    /// <summary>Somebody's private data.</summary>
    Privacy,
    Spam,
    Other,
}
