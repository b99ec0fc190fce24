using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What matters about whoever pays: their plan, whether they have ever paid, and where their days begin.</summary>
internal sealed record Payer(PlanOffer OwnPlan, bool HasPaid, TimeZoneInfo Zone)
{
    public PlanOffer Plan => PlanCatalogue.InForce(OwnPlan, HasPaid);

    /// <summary>The plan's limits bind an account that has never paid.</summary>
    public LimitsInForce LimitsWith(IReadOnlyCollection<UsageLimit> set) => LimitsInForce.Of(
        (HasPaid ? null : OwnPlan.Limits) ?? LimitValues.None,
        set.SingleOrDefault(l => l.SetBy == LimitSetter.Admin), set.SingleOrDefault(l => l.SetBy == LimitSetter.User));
}
