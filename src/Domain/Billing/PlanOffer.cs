using SaaSChat.Domain.Models;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Domain.Billing;

/// <summary>What a plan gives and costs.</summary>
public sealed record PlanOffer(string Key, long Units, int Generations, IReadOnlyList<PlanPrice> Prices, LimitValues? Limits = null, Margin? Margin = null)
{
    /// <summary>The owner counts allowances in a unit that is worth a hundred of our credits.</summary>
    public const long CreditsPerUnit = 100;

    public long Credits => Units * CreditsPerUnit;

    /// <summary>Null where it is called as our texts have it.</summary>
    public PlanText? Words { get; init; }

    /// <summary>Its credits come by the clock; every other plan's come with its invoices.</summary>
    public bool IsFree { get; init; } = Prices.Count == 0;

    /// <summary>Else it may ask small models only.</summary>
    public bool AllModels { get; init; } = Prices.Count > 0;

    public bool IsPopular { get; init; }

    /// <summary>Nobody can begin it any more; whoever has it keeps it.</summary>
    public bool IsRetired { get; init; }

    /// <summary>A guest's allowance is given once; every other plan's comes back each cycle.</summary>
    public bool Renews => Key != PlanCatalogue.GuestKey;

    public bool Allows(ChatModel model) => model.FreePlans || AllModels;

    /// <summary>The model's goes before the plan's, and the plan's before the usual one.</summary>
    public Margin MarginFor(ChatModel model, Margin usual) => model.Margin ?? Margin ?? usual;

    public PlanPrice? PriceIn(Currency currency) => Prices.FirstOrDefault(p => p.Currency == currency);

    /// <summary>Whoever has paid once has what the smallest paid plan has, whatever their own.</summary>
    public PlanOffer InForce(bool hasPaid, PlanOffer? smallestPaid) => hasPaid && IsFree ? smallestPaid ?? this : this;
}
