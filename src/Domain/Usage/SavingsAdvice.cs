using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Usage;

public enum SavingKind
{
    /// <summary>Short questions that a cheaper model of the same abilities could have answered.</summary>
    CheaperModel,

    /// <summary>What was said before was read afresh, though the model sells it cheaper from its cache.</summary>
    Cache,

    /// <summary>Prompts so long that the whole call was dearer.</summary>
    LongContext,
}

/// <summary>What calls to a model cost, and how many credits of that another way would have saved.</summary>
/// <param name="OtherKey">The cheaper model, where that is the way.</param>
public sealed record Saving(SavingKind Kind, string ModelKey, string? OtherKey, int Calls, long Paid, long Saved);

/// <summary>What could have been saved, reckoned from a person's own calls and from the prices of now.</summary>
public static class SavingsAdvice
{
    /// <summary>In tokens of the prompt.</summary>
    public const int ShortPrompt = 2_000;

    // Less is not worth anybody's while: a hundredth of a cent.
    private const long Least = 100;
    private static readonly ModelAbility[] Compared = [ModelAbility.Reasoning, ModelAbility.LongContext, ModelAbility.LongAnswers];

    public static IReadOnlyList<Saving> Of(IReadOnlyList<UsageRecord> calls, IReadOnlyList<ChatModel> models, DateTime at)
    {
        var paid = calls.Where(c => c.Credits > 0 && c.Source.IsGeneration()).OrderBy(c => c.Seq).ToList();
        return
        [
            .. models.SelectMany(model => OfModel(model, paid.Where(c => c.ModelKey == model.Key).ToList(), models, at))
                .Where(s => s.Saved >= Least).OrderByDescending(s => s.Saved),
        ];
    }

    private static IEnumerable<Saving> OfModel(ChatModel model, List<UsageRecord> calls, IReadOnlyList<ChatModel> models, DateTime at)
    {
        if (calls.Count == 0 || model.IsDemo || model.PriceAt(at) is not { } price) yield break;

        if (CheaperModel(model, calls.Where(c => c.PromptTokens <= ShortPrompt).ToList(), models, at) is { } cheaper) yield return cheaper;
        if (price.Standard[UsageKind.CacheRead] < price.Standard[UsageKind.Input]) yield return Cache(model, calls, price.Standard);
        if (price.LongContextAbove is { } above) yield return LongContext(model, calls.Where(c => c.PromptTokens > above).ToList(), price.Standard);
    }

    private static Saving? CheaperModel(ChatModel model, List<UsageRecord> calls, IReadOnlyList<ChatModel> models, DateTime at)
    {
        var paid = calls.Sum(c => c.Credits);
        var others = models.Where(other => other.Key != model.Key && !other.IsDemo && other.IsOfferedAt(at) && IsAsAble(other, model, at))
            .Select(other => (Other: other, Cost: CostOf(calls, other.PriceAt(at)!.Standard))).Where(o => o.Cost is not null);
        var best = others.OrderBy(o => o.Cost).FirstOrDefault();
        return best.Cost is { } cost && cost < paid ? new(SavingKind.CheaperModel, model.Key, best.Other.Key, calls.Count, paid, paid - cost) : null;
    }

    // By turns: what one call was told or answered is part of the next one's prompt.
    private static Saving Cache(ChatModel model, List<UsageRecord> calls, RateCard card)
    {
        var (saved, count, paid) = (0m, 0, 0L);
        foreach (var talk in calls.Where(c => c.ConversationId is not null).GroupBy(c => c.ConversationId))
        {
            foreach (var (before, call) in talk.Zip(talk.Skip(1)).Where(pair => pair.Second.ReadTokens == 0))
            {
                var again = Math.Min(before.Tokens, call.InputTokens);
                saved += again * (card[UsageKind.Input]!.Value - card[UsageKind.CacheRead]!.Value) * (1m + call.Margin.Fraction);
                (count, paid) = (count + 1, paid + call.Credits);
            }
        }

        return new(SavingKind.Cache, model.Key, null, count, paid, (long)(saved / 1_000_000m));
    }

    private static Saving LongContext(ChatModel model, List<UsageRecord> calls, RateCard standard)
    {
        var paid = calls.Sum(c => c.Credits);
        return new(SavingKind.LongContext, model.Key, null, calls.Count, paid, CostOf(calls, standard) is { } cost ? Math.Max(0, paid - cost) : 0);
    }

    // Each call is rounded up to a whole credit, as it was.
    private static long? CostOf(List<UsageRecord> calls, RateCard card)
    {
        var costs = calls.ConvertAll(c => card.CreditsFor(
            Quantities.Of((UsageKind.Input, c.InputTokens), (UsageKind.CacheRead, c.ReadTokens), (UsageKind.CacheWriteShort, c.WriteTokens), (UsageKind.Output, c.OutputTokens)), c.Margin));
        return costs.Count > 0 && costs.TrueForAll(c => c is not null) ? costs.Sum() : null;
    }

    private static bool IsAsAble(ChatModel other, ChatModel model, DateTime at) =>
        (other.Modalities & model.Modalities) == model.Modalities && !Compared.Intersect(model.AbilitiesAt(at)).Except(other.AbilitiesAt(at)).Any();
}
