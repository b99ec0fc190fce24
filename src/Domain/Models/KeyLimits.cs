namespace SaaSChat.Domain.Models;

/// <summary>How much may be asked with a key in a day and in a month, both in UTC; null is no limit. Costs are in picodollars.</summary>
public sealed record KeyLimits(
    long? DayRequests = null, long? MonthRequests = null, long? DayTokens = null, long? MonthTokens = null, long? DayCost = null, long? MonthCost = null)
{
    public static readonly KeyLimits None = new();

    /// <param name="running">Calls that are not over yet, and not in the sums.</param>
    public bool Allow(KeySpend spend, long running = 0) =>
        Leaves(DayRequests, spend.Day.Requests + running) && Leaves(MonthRequests, spend.Month.Requests + running) && Leaves(DayTokens, spend.Day.Tokens)
        && Leaves(MonthTokens, spend.Month.Tokens) && Leaves(DayCost, spend.Day.Cost) && Leaves(MonthCost, spend.Month.Cost);

    private static bool Leaves(long? limit, long used) => limit is not { } most || used < most;
}

/// <summary>What was asked with a key today and this month.</summary>
public sealed record KeySpend(KeySum Day, KeySum Month)
{
    public static readonly KeySpend Nothing = new(new(0, 0, 0), new(0, 0, 0));
}

public sealed record KeySum(long Requests, long Tokens, long Cost);
