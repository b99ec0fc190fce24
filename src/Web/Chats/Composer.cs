namespace SaaSChat.Web.Chats;

/// <summary>The form under a conversation, with what was typed into it when it is shown again.</summary>
public sealed record Composer(Guid? ConversationId, ModelChoice Choice, string Text, TurnProblem? Problem)
{
    public Guid ClientId { get; init; } = Guid.NewGuid();

    /// <summary>The id or the link of the one that a new conversation follows.</summary>
    public string? Assistant { get; init; }

    public bool IsTemporary { get; init; }

    public string Action => ConversationId is { } id ? $"/chat/{id}" : "/chat";
}
