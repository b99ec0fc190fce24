using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Chats.Sharing;

/// <summary>
/// A conversation as it was at one moment, for whoever has the link. What was said never changes, so the last message of the branch is the whole snapshot.
/// The link is known by its hash; sealed it stands there too, so that its person can copy it again and nobody who reads the database can use it.
/// </summary>
public sealed class Share
{
    public const int AuthorLength = Accounts.PersonName.MaxLength;
    public const int SealedLength = 512;

    private Share()
    {
    }

    public Guid Id { get; private set; }
    public Guid ConversationId { get; private set; }
    public Guid UserId { get; private set; }
    public Guid LeafId { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>Under which name it is shown; null for none.</summary>
    public string? Author { get; private set; }

    public string TokenHash { get; private set; } = "";
    public byte[] SealedToken { get; private set; } = [];
    public DateTime CreatedAt { get; private set; }
    public DateTime RenewedAt { get; private set; }

    /// <summary>By the site, after a report: it is not shown again.</summary>
    public DateTime? TakenDownAt { get; private set; }

    public static Share Of(Guid id, Guid conversationId, Guid userId, string token, byte[] sealedToken, DateTime at) => new()
    {
        Id = id, ConversationId = conversationId, UserId = userId, TokenHash = HashOf(token), SealedToken = sealedToken, CreatedAt = at, RenewedAt = at,
    };

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public void Renew(Guid leafId, string title, string? author, DateTime at) => (LeafId, Title, Author, RenewedAt) = (leafId, OneLine.Of(title, Conversation.TitleLength), author, at);

    public void TakeDown(DateTime at) => TakenDownAt ??= at;
}
