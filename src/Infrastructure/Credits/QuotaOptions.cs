using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Section "Quota": what a unit of the plans' allowances is worth.</summary>
public sealed class QuotaOptions
{
    /// <summary>With 0 no plan gives any credits from its next cycle on.</summary>
    public long CreditsPerUnit { get; set; } = PlanOffer.CreditsPerUnit;

    public long CreditsOf(PlanOffer plan) => plan.Units * CreditsPerUnit;
}
