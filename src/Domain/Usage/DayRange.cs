namespace SaaSChat.Domain.Usage;

/// <summary>Days as a person counts them, the last one counted in.</summary>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days, just before these.</summary>
    public DayRange Before => new(From.AddDays(-Days), From.AddDays(-1));

    public bool Contains(DateOnly day) => day >= From && day <= To;
}
