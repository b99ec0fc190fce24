namespace SaaSChat.Domain.Usage;

/// <summary>Who set a user's limits: themselves, or an admin for them.</summary>
public enum LimitSetter
{
    User,
    Admin,
}

/// <summary>A user's limits as they or an admin set them. A number that is missing is left as it was.</summary>
public sealed class UsageLimit : IVersioned
{
    public const int LowestWarning = 1;
    public const int HighestWarning = 99;

    private UsageLimit()
    {
    }

    public Guid AccountId { get; private set; }
    public Guid UserId { get; private set; }
    public LimitSetter SetBy { get; private set; }
    public bool IsOn { get; private set; }
    public long? DayTokens { get; private set; }
    public long? MonthTokens { get; private set; }
    public long? DayCost { get; private set; }
    public long? MonthCost { get; private set; }

    /// <summary>In percent; null is left as it was.</summary>
    public int? WarnAt { get; private set; }

    public byte[] RowVersion { get; private set; } = [];

    public LimitValues Values => new(DayTokens, MonthTokens, DayCost, MonthCost);

    public static UsageLimit Set(Guid accountId, Guid userId, LimitSetter by) => new() { AccountId = accountId, UserId = userId, SetBy = by, IsOn = true };

    public void Change(bool isOn, LimitValues values, int? warnAt)
    {
        if (LimitKinds.All.Any(kind => values[kind] < 0)) throw new ArgumentOutOfRangeException(nameof(values), values, "No limit is below zero.");
        if (warnAt is < LowestWarning or > HighestWarning) throw new ArgumentOutOfRangeException(nameof(warnAt), warnAt, "No percentage to warn at.");

        (IsOn, WarnAt) = (isOn, warnAt);
        (DayTokens, MonthTokens, DayCost, MonthCost) = (values.DayTokens, values.MonthTokens, values.DayCost, values.MonthCost);
    }
}
