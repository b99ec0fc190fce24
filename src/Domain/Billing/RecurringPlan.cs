namespace SaaSChat.Domain.Billing;

/// <summary>What those who pay for one plan by one interval in one currency pay together, each time.</summary>
public sealed record RecurringPlan(Currency Currency, string PlanKey, BillingInterval Interval, long SumMinor, long Subscriptions)
{
    private const int Months = 12;

    /// <summary>By the month, of one currency: a year counts for a twelfth, and the sum is rounded once.</summary>
    public static Money MonthlyOf(IEnumerable<RecurringPlan> plans, Currency currency)
    {
        var ofYear = plans.Where(p => p.Currency == currency).Aggregate((Int128)0, (sum, p) => sum + ((Int128)p.SumMinor * (Months / p.Interval.Months())));
        return new Money((long)((ofYear + (Months / 2)) / Months), currency);
    }
}
