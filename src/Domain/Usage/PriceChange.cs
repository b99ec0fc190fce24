using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

/// <summary>What calls would have cost and brought at another price or margin. Rates are in picodollars for one token; what is null stays as it was.</summary>
/// <param name="ModelKey">Null for all models, of which only the margin can change.</param>
public sealed record PriceChange(string? ModelKey, Margin? Margin, long? InputRate = null, long? CacheRate = null, long? OutputRate = null)
{
    public bool Concerns(string modelKey) => ModelKey is null || ModelKey == modelKey;

    /// <summary>Exact, call by call, by the rates that were used: each is rounded up to a whole credit, as it was. Null where it would cost more than can be counted.</summary>
    public Charge? Of(UsageRecord record)
    {
        var card = new RateCard(record.Parts.ToDictionary(p => p.Kind, p => RateOf(p.Kind) ?? p.Rate));
        var used = Quantities.Of(record.Parts.Select(p => (p.Kind, p.Quantity)));
        return Charge.TryOf(used, card, Margin ?? record.Margin, out var charge, out _) ? charge : null;
    }

    private long? RateOf(UsageKind kind) => kind switch
    {
        UsageKind.Input => InputRate,
        UsageKind.CacheRead => CacheRate,
        UsageKind.Output => OutputRate,
        _ => null,
    };
}
