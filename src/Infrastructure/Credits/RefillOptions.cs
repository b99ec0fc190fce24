namespace SaaSChat.Infrastructure.Credits;

/// <summary>Section "Refill": the credits that an operator lets come by the clock.</summary>
public sealed class RefillOptions
{
    /// <summary>Zero: never. What was refilled already keeps the end that it has.</summary>
    public TimeSpan ExpiresAfter { get; set; }

    public TimeSpan? Lifetime => ExpiresAfter > TimeSpan.Zero ? ExpiresAfter : null;
}
