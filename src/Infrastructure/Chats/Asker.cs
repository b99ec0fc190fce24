namespace SaaSChat.Infrastructure.Chats;

/// <summary>Who asks: a user, or a guest under their visitor's id; and the account that pays.</summary>
public sealed record Asker(Guid UserId, Guid AccountId, bool IsGuest);
