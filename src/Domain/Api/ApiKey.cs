using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Api;

/// <summary>Lets a program act for a person within its scopes. The key itself is shown once and never kept.</summary>
public sealed class ApiKey
{
    /// <summary>By it scanners find a key that was published by mistake.</summary>
    public const string Prefix = "sc_live_";

    public const int ScopesLength = 400;
    public const int HintLength = 4;

    private const int SecretBytes = 32;
    private const int SecretLength = 43;

    private ApiKey()
    {
    }

    public Guid Id { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary>Who pays for what is done with it.</summary>
    public Guid AccountId { get; private set; }

    public string Hash { get; private set; } = "";

    /// <summary>The secret's first characters, by which its owner tells one key from another.</summary>
    public string Hint { get; private set; } = "";

    public string Label { get; private set; } = "";
    public IReadOnlyList<string> Scopes { get; private set; } = [];
    public DateTime CreatedAt { get; private set; }
    public DateTime? ExpiresAt { get; private set; }
    public DateTime? LastUsedAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    public static (ApiKey Key, string Secret) Issue(Guid userId, Guid accountId, ApiKeyOrder order, DateTime at)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var key = new ApiKey
        {
            Id = Ids.NewId(), UserId = userId, AccountId = accountId, Hash = HashOf(secret), Hint = secret.Substring(Prefix.Length, HintLength),
            Label = order.Label, Scopes = order.Scopes, CreatedAt = at, ExpiresAt = at + order.Lifetime,
        };
        return (key, secret);
    }

    /// <summary>Whether it could be one of ours at all.</summary>
    public static bool IsWellFormed(string typed) =>
        typed.Length == Prefix.Length + SecretLength && typed.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(typed.AsSpan(Prefix.Length));

    // Quick to reckon: 256 random bits are beyond guessing. Nor need hashes be compared in constant time: they are looked up by an
    // index, and whoever learns a part of a hash from the time that takes is no closer to a key that has it.
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool IsLive(DateTime at) => RevokedAt is null && !(ExpiresAt <= at);

    public void Revoke(DateTime at) => RevokedAt ??= at;
}
