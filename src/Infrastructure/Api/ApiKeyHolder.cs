namespace SaaSChat.Infrastructure.Api;

/// <summary>For whom a key speaks, and what it may do for them.</summary>
public sealed record ApiKeyHolder(Guid KeyId, Guid UserId, string Email, string Name, string? Role, IReadOnlyList<string> Scopes, DateTime? ExpiresAt);

/// <summary>Without a holder the key opens nothing. Was it ever one of ours, whoever sends it guesses nothing: a program has not heard that its key is over.</summary>
public readonly record struct ApiKeyAnswer(bool IsKnown, ApiKeyHolder? Holder)
{
    public static readonly ApiKeyAnswer Unknown = new(IsKnown: false, null);
    public static readonly ApiKeyAnswer Over = new(IsKnown: true, null);
}
