namespace SaaSChat.Domain.Billing;

/// <summary>A plan's price in one currency, by the month and by the year.</summary>
public sealed record PlanPrice(Money Month, Money Year)
{
    public Currency Currency => Month.Currency;

    /// <summary>A twelfth of the year, rounded up so that it never looks cheaper than it is.</summary>
    public Money MonthOfYear => Year with { Minor = (Year.Minor + 11) / 12 };

    public long MonthsFree => 12 - ((Year.Minor + Month.Minor - 1) / Month.Minor);

    public Money Per(BillingInterval interval) => interval == BillingInterval.Year ? Year : Month;
}
