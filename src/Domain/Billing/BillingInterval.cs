namespace SaaSChat.Domain.Billing;

public enum BillingInterval
{
    Month,
    Year,
}
