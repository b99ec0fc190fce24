namespace SaaSChat.Domain.Models;

/// <summary>One rate of a price, in picodollars for one of its kind.</summary>
public sealed class ModelRate(Guid priceId, RateTier tier, UsageKind kind, long rate)
{
    public Guid PriceId { get; private set; } = priceId;
    public RateTier Tier { get; private set; } = tier;
    public UsageKind Kind { get; private set; } = kind;
    public long Rate { get; private set; } = rate;
}
