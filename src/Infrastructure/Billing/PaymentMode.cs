namespace SaaSChat.Infrastructure.Billing;

/// <summary>Whether real money is taken. What comes from the other world is refused.</summary>
public sealed record PaymentMode(bool IsLive);
