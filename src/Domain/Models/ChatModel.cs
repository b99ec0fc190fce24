namespace SaaSChat.Domain.Models;

/// <summary>A model that can be asked, as admins have it; a new site starts with the catalogue's.</summary>
public sealed class ChatModel : IVersioned
{
    public const int KeyLength = 100;

    public const string DemoProvider = "Demo";

    private const int Long = 1_000_000;
    private const int LongAnswer = 100_000;
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(730);

    private readonly List<ModelPrice> _prices = [];

    private ChatModel()
    {
    }

    public string Key { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Provider { get; private set; } = "";
    public ModelKind Kind { get; private set; }
    public Modalities Modalities { get; private set; }
    public bool Reasoning { get; private set; }

    /// <summary>What the provider calls it, where that is not its key.</summary>
    public string? SentAs { get; private set; }

    /// <summary>Null where the provider does not say.</summary>
    public int? ContextWindow { get; private set; }
    public int? MaxOutput { get; private set; }
    public DateOnly? PricesSeen { get; private set; }

    public bool IsEnabled { get; private set; }
    public int Order { get; private set; }

    /// <summary>Whether guests and free plans may ask it.</summary>
    public bool FreePlans { get; private set; }

    /// <summary>The one that is chosen for whoever has chosen none; at most one is.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Which models may answer in its place, in order.</summary>
    public IReadOnlyList<string> Fallbacks { get; private set; } = [];

    /// <summary>Goes before the plan's.</summary>
    public Margin? Margin { get; private set; }

    public byte[] RowVersion { get; private set; } = [];

    public IReadOnlyCollection<ModelPrice> Prices => _prices;

    public static ChatModel Of(ModelOffer offer, int order)
    {
        var model = new ChatModel
        {
            Key = offer.Key, Name = offer.Name, Provider = offer.Provider, Kind = offer.Kind, Modalities = offer.Modalities, Reasoning = offer.Reasoning,
            ContextWindow = offer.ContextWindow, MaxOutput = offer.MaxOutput, PricesSeen = offer.PricesSeen,
            IsEnabled = offer.ComesEnabled, Order = order, FreePlans = offer.FreePlans,
        };
        model._prices.AddRange(offer.Prices.Select(p => ModelPrice.Of(offer.Key, p)));
        return model;
    }

    /// <summary>One that an admin adds: switched off until it has a price and is switched on.</summary>
    public static ChatModel Make(string key, ModelDraft draft, int order)
    {
        var model = new ChatModel { Key = key, Kind = ModelKind.Chat, Order = order };
        model.Change(draft);
        return model;
    }

    public void Change(ModelDraft draft)
    {
        (Name, Provider, SentAs, Modalities, Reasoning) = (draft.Name, draft.Provider, draft.SentAs, draft.Modalities, draft.Reasoning);
        (ContextWindow, MaxOutput, FreePlans, IsDefault, Margin, Fallbacks) = (draft.ContextWindow, draft.MaxOutput, draft.FreePlans, draft.IsDefault, draft.Margin, draft.Fallbacks);
    }

    public void Switch(bool on) => IsEnabled = on;

    public void MoveTo(int order) => Order = order;

    public void StepBack() => IsDefault = false;

    /// <summary>Built in: it asks nobody and shows what an answer looks like.</summary>
    public bool IsDemo => Provider == DemoProvider;

    /// <summary>The newest of the prices that count at that moment.</summary>
    public ModelPrice? PriceAt(DateTime at) => _prices.Where(p => p.CountsAt(at)).MaxBy(p => p.From);

    /// <summary>A price that the provider has announced for later.</summary>
    public ModelPrice? NextPrice(DateTime at) => _prices.Where(p => p.From > at && p.TakenBackAt is null).MinBy(p => p.From);

    /// <summary>Why no price can begin then; null when one can. It comes after every other: what is announced is taken back first.</summary>
    public PriceStartFault? FaultOfStart(DateTime from, DateTime now)
    {
        var others = _prices.Where(p => p.TakenBackAt is null).ToList();
        if (from < now) return PriceStartFault.Past;
        if (from > now + Furthest) return PriceStartFault.TooFar;
        if (others.Exists(p => p.From >= from)) return PriceStartFault.Overlaps;
        return others.MaxBy(p => p.From) is { Until: { } end } && end < from ? PriceStartFault.Gap : null;
    }

    /// <summary>Whether it can be asked at all: switched on, and with a price that can be charged.</summary>
    public bool IsOfferedAt(DateTime at) => IsEnabled && Kind == ModelKind.Chat && PriceAt(at) is { Standard.Refusal: null };

    public IReadOnlyList<ModelAbility> AbilitiesAt(DateTime at) => [.. Enum.GetValues<ModelAbility>().Where(ability => Has(ability, PriceAt(at)?.Standard))];

    private bool Has(ModelAbility ability, RateCard? rates) => ability switch
    {
        ModelAbility.Reasoning => Reasoning,
        ModelAbility.LongContext => ContextWindow >= Long,
        ModelAbility.LongAnswers => MaxOutput >= LongAnswer,
        ModelAbility.CheaperRepeats => rates is not null && rates[UsageKind.CacheRead] < rates[UsageKind.Input],
        ModelAbility.Small => FreePlans,
        _ => false,
    };
}
