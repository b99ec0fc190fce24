namespace SaaSChat.Domain.Credits;

/// <summary>What everybody together was given on one day, in UTC, from one source: sums of the grants, written with them. Spread over slots, so that accounts seldom wait for each other.</summary>
public sealed class GrantDay
{
    private GrantDay()
    {
    }

    public DateOnly Day { get; private set; }
    public GrantSource Source { get; private set; }
    public int Slot { get; private set; }
    public long Credits { get; private set; }

    /// <summary>Those of them that were paid for.</summary>
    public long SoldCredits { get; private set; }

    public long Grants { get; private set; }
}
