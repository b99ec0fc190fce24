namespace SaaSChat.Domain.Models;

/// <summary>A list price as the catalogue or an admin names it.</summary>
public sealed record PriceOffer(
    DateTime From, DateTime? Until, IReadOnlyDictionary<RateTier, RateCard> Cards, long? LongContextAbove = null, OffPeakHours? OffPeak = null);
