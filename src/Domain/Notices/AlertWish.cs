namespace SaaSChat.Domain.Notices;

/// <summary>When a person wants to be warned, as far as they said so.</summary>
public sealed class AlertWish
{
    private AlertWish()
    {
    }

    public Guid UserId { get; private set; }
    public Guid AccountId { get; private set; }

    /// <summary>Warn once less than this can be spent; null is never.</summary>
    public long? LowAt { get; private set; }

    /// <summary>Since when they have been told that it is low; null while there is enough.</summary>
    public DateTime? LowSince { get; private set; }

    public static AlertWish Of(Guid userId, Guid accountId) => new() { UserId = userId, AccountId = accountId };

    /// <summary>Another threshold is another wish: what was told of the old one says nothing about it.</summary>
    public void Change(long? lowAt)
    {
        if (lowAt < 0) throw new ArgumentOutOfRangeException(nameof(lowAt), lowAt, "No balance is below zero.");
        if (lowAt != LowAt) LowSince = null;
        LowAt = lowAt;
    }
}
