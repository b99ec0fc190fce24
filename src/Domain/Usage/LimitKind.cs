namespace SaaSChat.Domain.Usage;

/// <summary>What is limited. A cost is in picodollars, without the margin.</summary>
public enum LimitKind
{
    DayTokens,
    MonthTokens,
    DayCost,
    MonthCost,
}

/// <summary>How long what is used counts.</summary>
public enum LimitSpan
{
    Day,
    Month,
}

public static class LimitKinds
{
    public static IReadOnlyList<LimitKind> All { get; } = Enum.GetValues<LimitKind>();

    public static IReadOnlyList<LimitSpan> Spans { get; } = Enum.GetValues<LimitSpan>();

    public static LimitSpan Span(this LimitKind kind) => kind is LimitKind.DayTokens or LimitKind.DayCost ? LimitSpan.Day : LimitSpan.Month;

    public static bool IsCost(this LimitKind kind) => kind is LimitKind.DayCost or LimitKind.MonthCost;
}
