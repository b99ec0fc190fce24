namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>That something happened to an object, by the gateway's word; what became of it is asked afresh.</summary>
/// <param name="ObjectId">Of refunds and disputes it is the payment's.</param>
public sealed record GatewayEvent(string Id, string Type, string ObjectId, DateTime At, bool IsLive);
