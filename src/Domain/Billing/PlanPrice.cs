namespace SaaSChat.Domain.Billing;

/// <summary>A plan's price in one currency, by the month and by the year.</summary>
public sealed record PlanPrice(Currency Currency, long MonthMinor, long YearMinor)
{
    public long MonthMinor { get; private set; } = MonthMinor;
    public long YearMinor { get; private set; } = YearMinor;

    /// <summary>Whose price it is, where it is kept.</summary>
    public string PlanKey { get; init; } = "";

    public Money Month => new(MonthMinor, Currency);
    public Money Year => new(YearMinor, Currency);

    /// <summary>A twelfth of the year, rounded up so that it never looks cheaper than it is.</summary>
    public Money MonthOfYear => new((YearMinor + 11) / 12, Currency);

    public long MonthsFree => 12 - ((YearMinor + MonthMinor - 1) / MonthMinor);

    internal void Become(PlanPrice other) => (MonthMinor, YearMinor) = (other.MonthMinor, other.YearMinor);

    public Money Per(BillingInterval interval) => interval == BillingInterval.Year ? Year : Month;
}
