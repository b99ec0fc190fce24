using SaaSChat.Domain.Billing;

namespace SaaSChat.Domain.Tests.Billing;

public sealed class RecurringPlanTests
{
    [Fact]
    public void A_year_counts_for_a_twelfth_and_currencies_stay_apart()
    {
        RecurringPlan[] plans =
        [
            new(Currency.Usd, "basic", BillingInterval.Month, 2 * 9_99, 2), new(Currency.Usd, "basic", BillingInterval.Year, 99_90, 1),
            new(Currency.Jpy, "basic", BillingInterval.Year, 14_000, 1), new(Currency.Kwd, "premium", BillingInterval.Month, 9_125, 1),
        ];

        Assert.Equal(new Money(28_31, Currency.Usd), RecurringPlan.MonthlyOf(plans, Currency.Usd));
        Assert.Equal(new Money(1_167, Currency.Jpy), RecurringPlan.MonthlyOf(plans, Currency.Jpy));
        Assert.Equal(9.125m, RecurringPlan.MonthlyOf(plans, Currency.Kwd).Major);
        Assert.Equal(0, RecurringPlan.MonthlyOf(plans, Currency.Sar).Minor);
    }

    [Fact]
    public void Many_years_are_rounded_once() =>
        Assert.Equal(250, RecurringPlan.MonthlyOf([new(Currency.Usd, "basic", BillingInterval.Year, 30 * 100, 30)], Currency.Usd).Minor);
}
