using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Accounts;

/// <summary>A link that was mailed to its person: only its hash is kept, and it works once, for its purpose, for a while.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private OneTimeLink()
    {
    }

    public string Hash { get; private set; } = "";
    public Guid UserId { get; private set; }
    public LinkPurpose Purpose { get; private set; }
    public string? Address { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    /// <summary>The token stands only in the answer: who reads the database cannot use the link.</summary>
    public static (OneTimeLink Link, string Token) Make(Guid userId, LinkPurpose purpose, string? address, DateTime at)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new OneTimeLink { Hash = HashOf(token), UserId = userId, Purpose = purpose, Address = address, ExpiresAt = at + Lifetime }, token);
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsUsable(LinkPurpose purpose, DateTime at) => Purpose == purpose && UsedAt is null && at < ExpiresAt;
}

public enum LinkPurpose
{
    ConfirmAddress,
    ResetPassword,
    ChangeAddress,

    /// <summary>Fetches a file of usage, named where others have the address.</summary>
    UsageExport,
}
