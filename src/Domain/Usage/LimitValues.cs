namespace SaaSChat.Domain.Usage;

/// <summary>Four thresholds apart from each other; null is no limit. Costs are in picodollars.</summary>
public sealed record LimitValues(long? DayTokens = null, long? MonthTokens = null, long? DayCost = null, long? MonthCost = null)
{
    public static readonly LimitValues None = new();

    public long? this[LimitKind kind] => kind switch
    {
        LimitKind.DayTokens => DayTokens,
        LimitKind.MonthTokens => MonthTokens,
        LimitKind.DayCost => DayCost,
        _ => MonthCost,
    };

    /// <summary>Each of these where it says something, else the other's.</summary>
    public LimitValues Over(LimitValues other) => Join(other, (own, theirs) => own ?? theirs);

    /// <summary>The lower of the two.</summary>
    public LimitValues Within(LimitValues other) => Join(other, (own, theirs) => own is { } a && theirs is { } b ? Math.Min(a, b) : own ?? theirs);

    private LimitValues Join(LimitValues other, Func<long?, long?, long?> join) => new(
        join(DayTokens, other.DayTokens), join(MonthTokens, other.MonthTokens), join(DayCost, other.DayCost), join(MonthCost, other.MonthCost));
}
