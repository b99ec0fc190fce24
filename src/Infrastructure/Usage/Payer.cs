using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What matters about whoever pays: their plan, whether they have ever paid, and where their days begin.</summary>
internal sealed record Payer(PlanOffer OwnPlan, PlanOffer? SmallestPaid, bool HasPaid, TimeZoneInfo Zone)
{
    public PlanOffer Plan => OwnPlan.InForce(HasPaid, SmallestPaid);

    /// <summary>The limits of a plan that costs nothing bind an account that has never paid; those of a paid plan bind whoever is on it.</summary>
    public LimitsInForce LimitsWith(IReadOnlyCollection<UsageLimit> set) => LimitsInForce.Of(
        (HasPaid && OwnPlan.IsFree ? null : OwnPlan.Limits) ?? LimitValues.None,
        set.SingleOrDefault(l => l.SetBy == LimitSetter.Admin), set.SingleOrDefault(l => l.SetBy == LimitSetter.User));
}
