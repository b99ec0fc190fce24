namespace SaaSChat.Infrastructure.Billing;

/// <summary>Section "Payments": who moves the money. Unset, Development plays it and every other site asks Stripe.</summary>
public sealed class PaymentsOptions : ICheckedOptions
{
    public PaymentsGateway? Gateway { get; set; }

    public IEnumerable<string> Faults()
    {
        if (Gateway is { } gateway && !Enum.IsDefined(gateway)) yield return $"Payments:Gateway is {gateway}; set it to Simulated or Stripe.";
    }
}

public enum PaymentsGateway
{
    Simulated,
    Stripe,
}
