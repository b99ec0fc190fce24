using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Credits;

/// <summary>Section "Quota": what a unit of the plans' allowances is worth.</summary>
public sealed class QuotaOptions
{
    /// <summary>With 0 no plan gives any credits from its next cycle on.</summary>
    public long CreditsPerUnit { get; set; } = PlanOffer.CreditsPerUnit;

    /// <summary>A month's.</summary>
    public long CreditsOf(PlanOffer plan) => plan.Units * CreditsPerUnit;

    /// <summary>What is given for one paid period: a year brings its twelve months at once.</summary>
    public long CreditsOf(PlanOffer plan, BillingInterval interval) => CreditsOf(plan) * interval.Months();
}
