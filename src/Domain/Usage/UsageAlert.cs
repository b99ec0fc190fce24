namespace SaaSChat.Domain.Usage;

/// <summary>A limit's threshold that was passed: once for each period.</summary>
public sealed class UsageAlert(Guid accountId, Guid userId, LimitKind kind, DateOnly firstDay, int threshold, DateTime at)
{
    public const int Reached = 100;

    public Guid AccountId { get; private set; } = accountId;
    public Guid UserId { get; private set; } = userId;
    public LimitKind Kind { get; private set; } = kind;
    public DateOnly FirstDay { get; private set; } = firstDay;

    /// <summary>In percent of the limit.</summary>
    public int Threshold { get; private set; } = threshold;

    public DateTime At { get; private set; } = at;

    /// <summary>When its person was told; null until then.</summary>
    public DateTime? ToldAt { get; private set; }
}
