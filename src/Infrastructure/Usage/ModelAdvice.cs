using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Models;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What the sums of the last days say of each model: what it brings, how much comes from caches, and who would serve it for less.</summary>
public sealed class ModelAdvice(AppDbContext db, ModelAnswers answers, TimeProvider clock)
{
    public async Task<IReadOnlyList<AdvisedModel>> ReadAsync(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var from = DateOnly.FromDateTime(now.AddDays(-PriceReplay.Days));
        var used = (await db.PlatformDays.SlicesAsync(from, null, cancel)).GroupBy(s => s.ModelKey, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => UsageSum.Of(g.Select(s => s.Sum)), StringComparer.Ordinal);
        var models = await db.ChatModels.AsNoTracking().WithPrices().ToListAsync(cancel);
        return [.. used.OrderByDescending(u => u.Value.Cost).Select(u => Of(u.Key, u.Value, models, now))];
    }

    private AdvisedModel Of(string key, UsageSum used, List<ChatModel> models, DateTime at)
    {
        if (models.Find(m => m.Key == key) is not { } model) return new(key, key, null, used, []);

        // The same model elsewhere carries the same name; with one provider there is nothing to choose.
        var same = models.Where(m => m.Name == model.Name && (m.Key == key || (m.IsOfferedAt(at) && answers.IsConnected(m))));
        var offers = same.Select(m => (m.Provider, Cost: CostOf(used, m.PriceAt(at)?.Standard))).Where(o => o.Cost is not null)
            .Select(o => new ProviderOffer(o.Provider, o.Cost!.Value)).OrderBy(o => o.Cost).ThenBy(o => o.Provider, StringComparer.Ordinal).ToList();
        return new(key, model.Name, model.Provider, used, offers);
    }

    private static long? CostOf(UsageSum used, RateCard? card)
    {
        var quantities = Quantities.From((UsageKind.Input, used.InputTokens), (UsageKind.CacheRead, used.ReadTokens), (UsageKind.CacheWriteShort, used.WriteTokens), (UsageKind.Output, used.OutputTokens));
        return card is not null && quantities is not null && Charge.TryOf(quantities, card, Margin.Zero, out var charge, out _) ? charge.Cost : null;
    }
}

/// <param name="Provider">Null where the model is gone.</param>
/// <param name="Offers">What the same use would cost with each provider that serves it, the cheapest first, at the standard rates of now.</param>
public sealed record AdvisedModel(string Key, string Name, string? Provider, UsageSum Used, IReadOnlyList<ProviderOffer> Offers)
{
    public bool IsLosing => Used.Charged < Used.Cost;

    /// <summary>Of the prompts.</summary>
    public decimal CacheShare => Used.Tokens - Used.OutputTokens is > 0 and var prompts ? (decimal)Used.ReadTokens / prompts : 0;

    /// <summary>Somebody who would serve it for less than who does.</summary>
    public ProviderOffer? Cheaper => Offers is [var best, _, ..] && best.Provider != Provider && Offers.Any(o => o.Provider == Provider && o.Cost > best.Cost) ? best : null;
}

public sealed record ProviderOffer(string Provider, long Cost);
