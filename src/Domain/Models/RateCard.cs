namespace SaaSChat.Domain.Models;

/// <summary>What one of each kind costs, in picodollars: of a token, a character, a second, a minute, an image, a call.</summary>
public sealed class RateCard(IReadOnlyDictionary<UsageKind, long> rates)
{
    private static readonly UsageKind[] Required = [UsageKind.Input, UsageKind.Output];

    public IReadOnlyDictionary<UsageKind, long> Rates { get; } = rates;

    /// <summary>The kind's own rate, else the one it falls back to; null where there is neither.</summary>
    public long? this[UsageKind kind] =>
        Rates.TryGetValue(kind, out var own) ? own : kind.RatedAs() is { } other && Rates.TryGetValue(other, out var fallback) ? fallback : null;

    /// <summary>Why nothing may be asked at these rates, or null.</summary>
    public PriceRefusal? Refusal =>
        Required.Where(kind => !Rates.ContainsKey(kind)).Select(kind => new PriceRefusal(PriceFault.RateMissing, kind))
            .Concat(Rates.Where(r => r.Value < 0).Select(r => new PriceRefusal(PriceFault.RateNegative, r.Key)))
            .FirstOrDefault();

    /// <summary>Null where it has no price.</summary>
    public long? CreditsFor(Quantities used, Margin margin) => Charge.TryOf(used, this, margin, out var charge, out _) ? charge.Credits : null;

    /// <summary>As a price list names it: dollars for a million tokens or characters, or for one of anything else.</summary>
    public decimal? ListPrice(UsageKind kind) => this[kind] is { } rate ? Picodollars.ToDollars(rate, kind.ListedPer()) : null;
}
