using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Billing;

/// <summary>A plan as admins have it; a new site starts with the catalogue's.</summary>
public sealed class Plan : IVersioned
{
    public const int KeyLength = 40;

    private readonly List<PlanPrice> _prices = [];

    private Plan()
    {
    }

    public string Key { get; private set; } = "";

    /// <summary>In which they are shown.</summary>
    public int Order { get; private set; }

    public long Units { get; private set; }
    public int Generations { get; private set; }
    public bool IsFree { get; private set; }
    public bool AllModels { get; private set; }
    public bool IsPopular { get; private set; }

    /// <summary>Nobody can begin it any more; whoever has it keeps it.</summary>
    public bool IsRetired { get; private set; }
    public long? DayTokens { get; private set; }
    public long? MonthTokens { get; private set; }
    public long? DayCost { get; private set; }
    public long? MonthCost { get; private set; }
    public Margin? Margin { get; private set; }
    public byte[] RowVersion { get; private set; } = [];

    public IReadOnlyCollection<PlanPrice> Prices => _prices;

    public PlanOffer Offer => new(Key, Units, Generations, [.. _prices], Limits == LimitValues.None ? null : Limits, Margin) { IsFree = IsFree, AllModels = AllModels, IsPopular = IsPopular, IsRetired = IsRetired };

    private LimitValues Limits => new(DayTokens, MonthTokens, DayCost, MonthCost);

    public static Plan Of(PlanOffer offer, int order)
    {
        var plan = new Plan
        {
            Key = offer.Key, Order = order, Units = offer.Units, Generations = offer.Generations, IsFree = offer.IsFree, AllModels = offer.AllModels, Margin = offer.Margin,
            DayTokens = offer.Limits?.DayTokens, MonthTokens = offer.Limits?.MonthTokens, DayCost = offer.Limits?.DayCost, MonthCost = offer.Limits?.MonthCost,
        };
        plan._prices.AddRange(offer.Prices.Select(p => p with { PlanKey = offer.Key }));
        return plan;
    }

    public void Change(PlanDraft draft)
    {
        (Units, Generations, AllModels, IsPopular, IsRetired, Margin) = (draft.Units, draft.Generations, draft.AllModels, draft.IsPopular, draft.IsRetired, draft.Margin);
        (DayTokens, MonthTokens, DayCost, MonthCost) = draft.Limits;
        if (IsFree) return;

        // A price's key stays with its row: what is there is overwritten.
        foreach (var price in draft.Prices)
        {
            if (_prices.Find(p => p.Currency == price.Currency) is { } known) known.Become(price);
            else _prices.Add(price with { PlanKey = Key });
        }
    }

    public void MoveTo(int order) => Order = order;
}
