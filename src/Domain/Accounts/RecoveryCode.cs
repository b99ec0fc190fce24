using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Accounts;

/// <summary>Stands in, once, for an authenticator app that is lost. Only its hash is kept.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many a person is given at a time.</summary>
    public const int InSet = 10;

    // Without 0/O, 1/I/L: codes are written down and typed. Sixteen of these are 79 bits, which no search of hashes finds.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 16;
    private const int Group = 4;

    private RecoveryCode()
    {
    }

    public Guid UserId { get; private set; }
    public string Hash { get; private set; } = "";
    public DateTime? UsedAt { get; private set; }

    /// <summary>The code stands only in the answer, in groups.</summary>
    public static (RecoveryCode Kept, string Code) Make(Guid userId)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, Length);
        return (new RecoveryCode { UserId = userId, Hash = HashOf(userId, code) }, string.Join('-', code.Chunk(Group).Select(group => new string(group))));
    }

    /// <summary>However the code is typed: small letters, with groups or without.</summary>
    public static string HashOf(Guid userId, string typed)
    {
        var code = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N}:{code}")));
    }
}
