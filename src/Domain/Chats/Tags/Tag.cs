using SaaSChat.Domain.Chats.Search;

namespace SaaSChat.Domain.Chats.Tags;

/// <summary>A word of a person's own under which they keep conversations.</summary>
public sealed class Tag
{
    public const int NameLength = 40;

    private Tag()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The same for names that read alike; one person has each but once.</summary>
    public string Key { get; private set; } = "";

    public static Tag Of(Guid id, Guid userId, string name) => new() { Id = id, UserId = userId, Name = name, Key = KeyOf(name) };

    /// <summary>Null where nothing that could be read is left, or it is too long.</summary>
    public static string? Clean(string? typed) => OneLine.Of(typed ?? "", NameLength + 1) is { Length: <= NameLength } name && KeyOf(name).Length > 0 ? name : null;

    public static string KeyOf(string name) => SearchKey.Of(name).Text.Trim() is var key && key.Length > NameLength ? key[..NameLength] : key;

    public void Rename(string name) => (Name, Key) = (name, KeyOf(name));
}

public sealed class ConversationTag(Guid conversationId, Guid tagId)
{
    public Guid ConversationId { get; private set; } = conversationId;
    public Guid TagId { get; private set; } = tagId;
}
