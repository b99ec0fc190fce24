namespace SaaSChat.Domain.Billing.Gateway;

/// <summary>That something happened to an object, by the gateway's word; what became of it is asked afresh.</summary>
public sealed record GatewayEvent(string Id, string Type, string ObjectId, DateTime At, bool IsLive);
