using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Accounts;

/// <summary>A code that lets somebody sign up where registration is by invitation. Only its hash is kept.</summary>
public sealed class Invitation
{
    public const int MostUses = 100_000;
    public const int MostDays = 3650;

    // Without 0/O, 1/I/L: codes are read out and typed.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Groups = 4;
    private const int GroupLength = 4;

    private Invitation()
    {
    }

    public Guid Id { get; private set; }
    public string CodeHash { get; private set; } = "";
    public int Uses { get; private set; }
    public int UsesLeft { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? RevokedAt { get; private set; }

    /// <summary>The code stands only in the answer: who reads the database cannot sign up with it.</summary>
    public static (Invitation Invitation, string Code) Issue(int uses, DateTime at, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(uses);
        var code = string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));
        return (new Invitation { Id = Ids.NewId(), CodeHash = HashOf(code), Uses = uses, UsesLeft = uses, CreatedAt = at, ExpiresAt = at + lifetime }, code);
    }

    /// <summary>However it was typed: in small letters, with spaces or without the dashes.</summary>
    public static string HashOf(string typed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normalise(typed))));

    public bool IsUsable(DateTime at) => UsesLeft > 0 && RevokedAt is null && at < ExpiresAt;

    public void Revoke(DateTime at) => RevokedAt ??= at;

    private static string Normalise(string typed) => new([.. typed.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
