namespace SaaSChat.Domain.Models;

/// <summary>What is wrong with a list price, on which of its cards and with which kind.</summary>
public sealed record PriceSlip(PriceSlipKind Why, RateTier Tier, UsageKind Kind)
{
    /// <summary>Dollars for a million tokens, or for one of anything else: nobody asks that much.</summary>
    public const int Most = 10_000;

    /// <summary>A prompt is not long below this.</summary>
    public const long LeastLongContext = 1_000;

    /// <summary>The first; null when it can be charged.</summary>
    public static PriceSlip? In(IReadOnlyDictionary<RateTier, RateCard> cards) => cards.OrderBy(c => c.Key).Select(c => In(c.Key, c.Value)).FirstOrDefault(slip => slip is not null);

    private static PriceSlip? In(RateTier tier, RateCard card)
    {
        if (card.Rates.FirstOrDefault(r => r.Value < 0) is { Value: < 0 } negative) return new(PriceSlipKind.Negative, tier, negative.Key);
        if (card.Rates.FirstOrDefault(r => Picodollars.ToDollars(r.Value, r.Key.ListedPer()) > Most) is { Value: > 0 } high) return new(PriceSlipKind.TooHigh, tier, high.Key);
        if (card.Refusal is { Kind: { } missing }) return new(PriceSlipKind.Missing, tier, missing);
        if (card[UsageKind.Input] == 0 && card[UsageKind.Output] > 0) return new(PriceSlipKind.FreeInput, tier, UsageKind.Input);

        // What is set aside before a call pays for the prompt as if it were fresh.
        return card[UsageKind.CacheRead] > card[UsageKind.Input] ? new(PriceSlipKind.DearCache, tier, UsageKind.CacheRead) : null;
    }
}

public enum PriceSlipKind
{
    Missing,
    Negative,
    TooHigh,

    /// <summary>More decimals than can be kept, or no number.</summary>
    Unreadable,

    /// <summary>Nobody gives the prompt away and charges for the answer.</summary>
    FreeInput,

    /// <summary>What is read from a cache costs more than what is fresh.</summary>
    DearCache,
}

/// <summary>Why a price cannot begin at that moment.</summary>
public enum PriceStartFault
{
    /// <summary>What was asked before now was charged already.</summary>
    Past,
    TooFar,

    /// <summary>Another begins then or later.</summary>
    Overlaps,

    /// <summary>The one before ends earlier, so that there would be none in between.</summary>
    Gap,
}
