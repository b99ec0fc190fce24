using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Billing;

/// <summary>What a plan gives and costs when the site first starts; from then on it is what admins make of it.</summary>
public sealed record PlanOffer(string Key, long Units, int Generations, IReadOnlyList<PlanPrice> Prices, LimitValues? Limits = null, Margin? Margin = null)
{
    /// <summary>The owner counts allowances in a unit that is worth a hundred of our credits.</summary>
    public const long CreditsPerUnit = 100;

    public long Credits => Units * CreditsPerUnit;
    public bool IsFree => Prices.Count == 0;

    /// <summary>A guest's allowance is given once; every other plan's comes back each cycle.</summary>
    public bool Renews => Key != PlanCatalogue.GuestKey;

    /// <summary>Plans that cost nothing may ask small models only.</summary>
    public bool Allows(ChatModel model) => model.FreePlans || !IsFree;

    /// <summary>The model's goes before the plan's.</summary>
    public Margin MarginFor(ChatModel model) => model.Margin ?? Margin ?? Models.Margin.Default;

    public PlanPrice? PriceIn(Currency currency) => Prices.FirstOrDefault(p => p.Currency == currency);
}
