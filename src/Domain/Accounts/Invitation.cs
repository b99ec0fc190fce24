using System.Security.Cryptography;

namespace SaaSChat.Domain.Accounts;

/// <summary>A code that lets somebody sign up where registration is by invitation.</summary>
public sealed class Invitation
{
    // Without 0/O, 1/I/L: codes are read out and typed.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 16;

    private Invitation()
    {
    }

    public Guid Id { get; private set; }
    public string Code { get; private set; } = "";
    public int UsesLeft { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime CreatedAt { get; private set; }

    public static Invitation Issue(int uses, DateTime at, TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(uses);
        return new Invitation
        {
            Id = Ids.NewId(), Code = RandomNumberGenerator.GetString(Alphabet, CodeLength), UsesLeft = uses, ExpiresAt = at + lifetime, CreatedAt = at,
        };
    }

    public static string Normalise(string typed) =>
        new([.. typed.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    public bool IsUsable(DateTime at) => UsesLeft > 0 && at < ExpiresAt;
}
