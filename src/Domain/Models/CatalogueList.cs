using System.Text.Json;
using System.Text.Json.Serialization;

namespace SaaSChat.Domain.Models;

/// <summary>One of the built-in lists as it is written: prices in dollars, per million where a price list says so. Sources and notes are for people and not read.</summary>
internal static class CatalogueList
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString, Converters = { new JsonStringEnumConverter() },
    };

    public static IEnumerable<ModelOffer> Read(string name)
    {
        using var list = typeof(CatalogueList).Assembly.GetManifestResourceStream($"models/{name}.json")!;
        return JsonSerializer.Deserialize<Model[]>(list, Json)!.Select(m => m.Offer);
    }

    private static RateCard CardOf(IReadOnlyDictionary<UsageKind, decimal> dollars) => new(dollars.ToDictionary(
        d => d.Key, d => Picodollars.OfOne(d.Value, d.Key.ListedPer()) ?? throw new InvalidOperationException($"{d.Value} dollars cannot be kept exactly.")));

    private sealed record Model(
        string Key, string Name, string Provider, ModelKind Kind, Modalities Modalities, bool Reasoning, bool FreePlans,
        int? ContextWindow, int? MaxOutput, DateOnly? PricesSeen, IReadOnlyList<Price> Prices)
    {
        public ModelOffer Offer =>
            new(Key, Name, Provider, Kind, Modalities, Reasoning, FreePlans, ContextWindow, MaxOutput, PricesSeen, [.. Prices.Select(p => p.Offer)]);
    }

    private sealed record Price(DateTime? From, DateTime? Until, IReadOnlyDictionary<UsageKind, decimal> Rates, LongContext? LongContext, OffPeak? OffPeak)
    {
        // Nothing was sold here before the prices that the list begins with.
        public PriceOffer Offer => new(From ?? DateTime.UnixEpoch, Until, Cards, LongContext?.Above, OffPeak is null ? null : OffPeakHours.Parse(OffPeak.Hours));

        private Dictionary<RateTier, RateCard> Cards
        {
            get
            {
                var cards = new Dictionary<RateTier, RateCard> { [RateTier.Standard] = CardOf(Rates) };
                if (LongContext is not null) cards[RateTier.LongContext] = CardOf(LongContext.Rates);
                if (OffPeak is not null) cards[RateTier.OffPeak] = CardOf(OffPeak.Rates);
                return cards;
            }
        }
    }

    private sealed record LongContext(long Above, IReadOnlyDictionary<UsageKind, decimal> Rates);

    private sealed record OffPeak(string Hours, IReadOnlyDictionary<UsageKind, decimal> Rates);
}
