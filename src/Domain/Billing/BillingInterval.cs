namespace SaaSChat.Domain.Billing;

public enum BillingInterval
{
    Month,
    Year,
}

public static class BillingIntervals
{
    public static int Months(this BillingInterval interval) => interval == BillingInterval.Year ? 12 : 1;
}
