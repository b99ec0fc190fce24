using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Billing;

/// <summary>A plan as admins have it; a new site starts with the catalogue's.</summary>
public sealed class Plan : IVersioned
{
    public const int KeyLength = 40;
    public const int NameLength = 40;
    public const int PurposeLength = 120;

    private readonly List<PlanPrice> _prices = [];

    private Plan()
    {
    }

    public string Key { get; private set; } = "";
    public string EnglishName { get; private set; } = "";
    public string ArabicName { get; private set; } = "";
    public string EnglishPurpose { get; private set; } = "";
    public string ArabicPurpose { get; private set; } = "";

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

    /// <summary>Null for the catalogue's until an admin names it: it is called as our texts have it.</summary>
    public PlanText? Words => EnglishName.Length == 0 ? null : new(new(EnglishName, ArabicName), new(EnglishPurpose, ArabicPurpose));

    public PlanOffer Offer => new(Key, Units, Generations, [.. _prices], Limits == LimitValues.None ? null : Limits, Margin)
    {
        Words = Words, IsFree = IsFree, AllModels = AllModels, IsPopular = IsPopular, IsRetired = IsRetired,
    };

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

    /// <summary>One that is paid for. Its prices are the draft's.</summary>
    public static Plan Make(string key, PlanDraft draft, int order)
    {
        if (!IsKey(key)) throw new ArgumentOutOfRangeException(nameof(key), key, "No plan can be called so in an address.");

        var plan = new Plan { Key = key, Order = order };
        plan.Change(draft);
        return plan;
    }

    /// <summary>Whether a plan can be called so in addresses and in the log.</summary>
    public static bool IsKey(string key) => key.Length is > 1 and <= KeyLength && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public void Change(PlanDraft draft)
    {
        (EnglishName, ArabicName) = (draft.Words.Name.English, draft.Words.Name.Arabic);
        (EnglishPurpose, ArabicPurpose) = (draft.Words.Purpose.English, draft.Words.Purpose.Arabic);
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
