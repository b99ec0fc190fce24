namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>
/// What somebody is to do on the gateway's page: exactly one of a line to pay, a plan to begin, or nothing but a card to save.
/// </summary>
/// <param name="OrderId">Ours: it comes back with the checkout, its payment and its subscription.</param>
public sealed record CheckoutOrder(string Key, Guid OrderId, string CustomerId, Uri Success, Uri Cancel, string Language)
{
    public SaleLine? Line { get; init; }
    public PlanSale? Plan { get; init; }

    /// <summary>Taken off the line; a whole discount leaves nothing to pay.</summary>
    public Money? Discount { get; init; }

    /// <summary>Whether the card may be charged later while its owner is away.</summary>
    public bool SavesCard { get; init; }

    /// <summary>When the page closes; the gateway allows thirty minutes to a day.</summary>
    public required DateTime Until { get; init; }
}
