using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SaaSChat.Domain.Chats.Search;

/// <summary>A message that can be found. Its number is short and grows with its time, because it stands beside each of its words.</summary>
public sealed class IndexedMessage
{
    private const int ChanceBits = 20;

    private static readonly DateTime Beginning = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private IndexedMessage()
    {
    }

    public long No { get; private set; }
    public long OwnerKey { get; private set; }
    public Guid MessageId { get; private set; }
    public Guid ConversationId { get; private set; }

    /// <summary>The model that wrote it; of a question, none.</summary>
    public string? ModelKey { get; private set; }

    public static IndexedMessage Of(Guid owner, Guid messageId, Guid conversationId, string? modelKey, DateTime at) => new()
    {
        No = FirstAt(at) + RandomNumberGenerator.GetInt32(1 << ChanceBits), OwnerKey = KeyOf(owner), MessageId = messageId, ConversationId = conversationId, ModelKey = modelKey,
    };

    /// <summary>The least number that a message of this moment can have.</summary>
    public static long FirstAt(DateTime at) => at <= Beginning ? 0 : Math.Min((long)(at - Beginning).TotalMilliseconds, long.MaxValue >> ChanceBits) << ChanceBits;

    /// <summary>Half as long as the id, since it stands beside each word; that it is the person's is asked of the conversation.</summary>
    public static long KeyOf(Guid owner)
    {
        Span<byte> bytes = stackalloc byte[16];
        owner.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
    }
}

/// <summary>A word of somebody's messages, and a message in which it stands.</summary>
public sealed class SearchTerm
{
    private SearchTerm()
    {
    }

    public long OwnerKey { get; private set; }
    public string Term { get; private set; } = "";
    public long No { get; private set; }
}
