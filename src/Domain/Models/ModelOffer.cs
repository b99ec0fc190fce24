namespace SaaSChat.Domain.Models;

/// <summary>A chat model that a new site knows, with its list prices.</summary>
public sealed record ModelOffer(
    string Id, string Name, string Provider, int ContextWindow, int MaxOutput, bool Reasoning, DateOnly? Released, DateOnly PricesSeen, IReadOnlyList<ModelRates> Rates)
{
    private const int Long = 1_000_000;
    private const int LongAnswer = 100_000;
    private const decimal SmallUpTo = 0.50m;

    public IReadOnlyList<ModelAbility> AbilitiesAt(DateOnly day) =>
    [
        .. Enum.GetValues<ModelAbility>().Where(ability => ability switch
        {
            ModelAbility.Reasoning => Reasoning,
            ModelAbility.LongContext => ContextWindow >= Long,
            ModelAbility.LongAnswers => MaxOutput >= LongAnswer,
            ModelAbility.CheaperRepeats => RatesAt(day) is { CacheRead: { } read } now && read < now.Input,
            ModelAbility.Small => RatesAt(day).Input <= SmallUpTo,
            _ => false,
        }),
    ];

    public ModelRates RatesAt(DateOnly day) => Rates.LastOrDefault(r => r.From <= day) ?? Rates[0];

    /// <summary>A price that the provider has announced for a later day.</summary>
    public ModelRates? NextRates(DateOnly day) => Rates.FirstOrDefault(r => r.From > day && r != Rates[0]);
}
