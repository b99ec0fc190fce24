using System.Globalization;

namespace SaaSChat.Domain.Credits;

/// <summary>Credits that come by the clock, to one account or to every account of a plan: the first time one interval after it was set.</summary>
public sealed class RefillSchedule
{
    private RefillSchedule()
    {
    }

    public Guid Id { get; private set; }
    public Guid? AccountId { get; private set; }
    public string? PlanKey { get; private set; }
    public long Amount { get; private set; }
    public Interval Every { get; private set; } = Interval.Monthly;
    public DateTime SetAt { get; private set; }

    public static RefillSchedule OfAccount(Guid accountId, long amount, Interval every, DateTime at) => Make(amount, every, at, s => s.AccountId = accountId);

    public static RefillSchedule OfPlan(string planKey, long amount, Interval every, DateTime at) => Make(amount, every, at, s => s.PlanKey = planKey);

    /// <summary>The latest time that has come, however many were missed before it; null before the first.</summary>
    public DateTime? LastBy(DateTime at) => Every.StepsBetween(SetAt, at) is >= 1 and var steps ? Every.Step(SetAt, steps) : null;

    /// <summary>The schedule's own next time, however late the last one was credited.</summary>
    public DateTime NextAfter(DateTime at) => Every.Step(SetAt, Math.Max(0, Every.StepsBetween(SetAt, at)) + 1);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:N0} credits every {Every}");

    private static RefillSchedule Make(long amount, Interval every, DateTime at, Action<RefillSchedule> own)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        var schedule = new RefillSchedule { Id = Ids.NewId(), Amount = amount, Every = every, SetAt = at };
        own(schedule);
        return schedule;
    }
}
