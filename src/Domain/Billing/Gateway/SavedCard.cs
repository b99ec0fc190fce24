namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>A card that the gateway keeps for a customer; all we see of it.</summary>
public sealed record SavedCard(string Id, string Brand, string Last4, int ExpiryMonth, int ExpiryYear);
