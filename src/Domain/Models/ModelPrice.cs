namespace SaaSChat.Domain.Models;

/// <summary>What a model costs from one moment until another. Its rates never change: a new price is a new row, and this one is closed.</summary>
public sealed class ModelPrice
{
    // Whatever is decided later than this before it begins, a call somewhere may be opened by it already.
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(30);

    private readonly List<ModelRate> _rates = [];

    private ModelPrice()
    {
    }

    public Guid Id { get; private set; }
    public string ModelKey { get; private set; } = "";
    public DateTime From { get; private set; }
    public DateTime? Until { get; private set; }

    /// <summary>A prompt of more tokens re-rates the whole request.</summary>
    public long? LongContextAbove { get; private set; }

    public OffPeakHours? OffPeak { get; private set; }

    /// <summary>Announced, and called off before it began.</summary>
    public DateTime? TakenBackAt { get; private set; }

    public IReadOnlyCollection<ModelRate> Rates => _rates;

    public RateCard Standard => Card(RateTier.Standard);

    public static ModelPrice Of(string modelKey, PriceOffer offer)
    {
        var price = new ModelPrice
        {
            Id = Ids.NewId(), ModelKey = modelKey, From = offer.From, Until = offer.Until, LongContextAbove = offer.LongContextAbove, OffPeak = offer.OffPeak,
        };
        price._rates.AddRange(offer.Cards.SelectMany(card => card.Value.Rates.Select(r => new ModelRate(price.Id, card.Key, r.Key, r.Value))));
        return price;
    }

    /// <summary>Nothing has been charged by it yet.</summary>
    public bool MayBeTakenBackAt(DateTime at) => TakenBackAt is null && From > at + Notice;

    public void TakeBack(DateTime at) => TakenBackAt = at;

    /// <summary>What was to follow it was called off: it goes on.</summary>
    public void Reopen() => Until = null;

    public bool CountsAt(DateTime at) => TakenBackAt is null && From <= at && (Until is not { } end || at < end);

    /// <summary>A long prompt goes before off-peak hours: no provider promises both.</summary>
    public RateTier TierFor(long promptTokens, DateTime at)
    {
        if (promptTokens > LongContextAbove) return RateTier.LongContext;
        return OffPeak?.Contains(at) == true ? RateTier.OffPeak : RateTier.Standard;
    }

    public RateCard CardFor(long promptTokens, DateTime at) => Card(TierFor(promptTokens, at));

    private RateCard Card(RateTier tier) => new(_rates.Where(r => r.Tier == tier).ToDictionary(r => r.Kind, r => r.Rate));
}
