namespace SaaSChat.Domain.Models;

/// <summary>A model as the built-in list knows it, with its list prices. What is not known of it is null.</summary>
public sealed record ModelOffer(
    string Key, string Name, string Provider, ModelKind Kind, Modalities Modalities, bool Reasoning, bool FreePlans,
    int? ContextWindow, int? MaxOutput, DateOnly? PricesSeen, IReadOnlyList<PriceOffer> Prices)
{
    /// <summary>Only what has a price both ways can be sold; nothing but chats is, so far.</summary>
    public bool ComesEnabled => Kind == ModelKind.Chat && Prices.Count > 0 && Prices.All(p => p.Cards[RateTier.Standard].Refusal is null);
}
