namespace SaaSChat.Domain.Usage;

/// <summary>Who asks which model for what. The account pays for what the user does.</summary>
public sealed record Call(Guid AccountId, Guid UserId, string ModelKey, UsageSource Source, Guid? ConversationId = null, Guid? KeyId = null);
