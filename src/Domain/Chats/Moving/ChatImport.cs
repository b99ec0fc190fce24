namespace SaaSChat.Domain.Chats.Moving;

/// <summary>A file that was read and found good, waiting for its person to say that they want what is in it.</summary>
public sealed class ChatImport(Guid id, Guid userId, byte[] content, DateTime createdAt)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public Guid Id { get; private set; } = id;
    public Guid UserId { get; private set; } = userId;

    /// <summary>The conversations in our own words, compressed.</summary>
    public byte[] Content { get; private set; } = content;

    public DateTime CreatedAt { get; private set; } = createdAt;
}
