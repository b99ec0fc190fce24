namespace SaaSChat.Domain.Models;

/// <summary>Which of a price's rate cards counts.</summary>
public enum RateTier
{
    Standard,
    LongContext,
    OffPeak,
}
