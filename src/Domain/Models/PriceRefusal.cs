namespace SaaSChat.Domain.Models;

/// <summary>Why something has no price, and which kind is to blame.</summary>
public sealed record PriceRefusal(PriceFault Fault, UsageKind? Kind = null);

public enum PriceFault
{
    /// <summary>No price of the model counts at that moment.</summary>
    NoPrice,

    RateMissing,
    RateNegative,

    /// <summary>The cost does not fit into a long.</summary>
    TooLarge,
}
