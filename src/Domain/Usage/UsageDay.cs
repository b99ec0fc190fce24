namespace SaaSChat.Domain.Usage;

/// <summary>What a user used on one day of theirs, of one model for one purpose: sums of the records, written with them.</summary>
public sealed class UsageDay
{
    private UsageDay()
    {
    }

    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }
    public DateOnly Day { get; private set; }
    public string ModelKey { get; private set; } = "";
    public UsageSource Source { get; private set; }

    /// <summary>The API key that asked; empty where none did.</summary>
    public Guid KeyId { get; private set; }

    public long InputTokens { get; private set; }
    public long ReadTokens { get; private set; }
    public long WriteTokens { get; private set; }
    public long OutputTokens { get; private set; }
    public long Cost { get; private set; }
    public long Credits { get; private set; }
    public long Operations { get; private set; }
}
