namespace SaaSChat.Domain.Billing;

/// <summary>A payment's amount: whole minor units of one currency, so 12.50 USD is 1250 and 12 JPY is 12.</summary>
public readonly record struct Money(long Minor, Currency Currency)
{
    public decimal Major
    {
        get
        {
            var scale = 1m;
            for (var i = 0; i < Currency.Exponent; i++) scale *= 10m;
            return Minor / scale;
        }
    }
}
