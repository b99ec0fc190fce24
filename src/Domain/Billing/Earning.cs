using SaaSChat.Domain.Models;

namespace SaaSChat.Domain.Billing;

/// <summary>What something costs us, what its user is charged, and what those credits were sold for; money in picodollars.</summary>
public sealed record Earning(long Cost, long Credits, long Worth)
{
    private const long PerCent = Picodollars.PerDollar / 100;

    public long Earned => Worth - Cost;

    /// <summary>Null where the price cannot charge it.</summary>
    public static Earning? Of(PlanOffer plan, Margin margin, RateCard rates, Quantities used) =>
        Charge.TryOf(used, rates, margin, out var charge, out _) ? new(charge.Cost, charge.Credits, WorthOf(plan, charge.Credits)) : null;

    // A plan's credits are worth its dollars; in a plan that costs nothing they are worth nothing.
    private static long WorthOf(PlanOffer plan, long credits) =>
        plan.PriceIn(Currency.Usd) is { MonthMinor: > 0 and var cents } && plan.Credits > 0 ? (long)Int128.Min((Int128)credits * cents * PerCent / plan.Credits, long.MaxValue) : 0;
}

/// <summary>A price and its margin, before and after, on one plan.</summary>
public sealed record MarginLine(PlanOffer Plan, Margin MarginBefore, Margin MarginAfter, Earning? Before, Earning? After);

/// <summary>What changes where a model's price or margin does: for a call of the usual length, and for all that was asked of it lately.</summary>
public sealed record MarginPreview(IReadOnlyList<MarginLine> OneCall, IReadOnlyList<MarginLine> LastWeek, long WeekTokens)
{
    public const long TokensIn = 1_000;
    public const long TokensOut = 500;

    private static readonly Quantities Usual = Quantities.Of((UsageKind.Input, TokensIn), (UsageKind.Output, TokensOut));

    /// <param name="plans">Those that may ask the model.</param>
    /// <param name="week">What was asked of it in the last week; nothing where nothing was.</param>
    /// <param name="before">The price that counts now, if there is one, and the model's own margin.</param>
    /// <param name="after">Those that are thought of.</param>
    public static MarginPreview Of(IReadOnlyList<PlanOffer> plans, Quantities week, PricedModel before, PricedModel after)
    {
        return new(Lines(Usual), week.IsNothing ? [] : Lines(week), week.Tokens);

        List<MarginLine> Lines(Quantities used) => [.. plans.Select(plan => new MarginLine(
            plan, before.MarginIn(plan), after.MarginIn(plan), before.EarningIn(plan, used), after.EarningIn(plan, used)))];
    }
}

/// <param name="Rates">Null where there is no price.</param>
/// <param name="Margin">The model's own; null where the plan's counts.</param>
/// <param name="Usual">Where neither says anything.</param>
public sealed record PricedModel(RateCard? Rates, Margin? Margin, Margin Usual)
{
    public Margin MarginIn(PlanOffer plan) => Margin ?? plan.Margin ?? Usual;

    public Earning? EarningIn(PlanOffer plan, Quantities used) => Rates is null ? null : Earning.Of(plan, MarginIn(plan), Rates, used);
}
