using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>What holds for a person now, what they set themselves, what they have used, and which thresholds they have passed.</summary>
public sealed record LimitsStanding(
    LimitsInForce InForce, UsageLimit? Own, IReadOnlyDictionary<LimitSpan, LimitPeriod> Periods, IReadOnlyList<UsageAlert> Alerts)
{
    internal const int MostAlerts = 16;

    public LimitPeriod PeriodOf(LimitKind kind) => Periods[kind.Span()];

    /// <summary>When the threshold was passed in the period that runs, or null.</summary>
    public UsageAlert? AlertOf(LimitKind kind) => Alerts.Where(a => a.Kind == kind && a.FirstDay == PeriodOf(kind).FirstDay).MaxBy(a => a.Threshold);
}
