namespace SaaSChat.Domain.Models;

/// <summary>What was asked with a key on one day, in UTC: of a key that is kept here, or of one that the configuration names. Its sums are spread over slots, so that accounts seldom wait for each other.</summary>
public sealed class ProviderKeyDay
{
    private ProviderKeyDay()
    {
    }

    public Guid KeyId { get; private set; }
    public DateOnly Day { get; private set; }
    public int Slot { get; private set; }
    public long Requests { get; private set; }
    public long Tokens { get; private set; }

    /// <summary>In picodollars, without the margin.</summary>
    public long Cost { get; private set; }
}
