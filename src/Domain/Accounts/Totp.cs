using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Domain.Accounts;

/// <summary>Codes as authenticator apps make them (RFC 6238): six digits from a shared secret and the number of half minutes since 1970.</summary>
public static class Totp
{
    private const int SecretBytes = 20;
    private const int Skew = 1;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTime at) => (at - DateTime.UnixEpoch).Ticks / Step.Ticks;

    /// <summary>The step whose code was typed: the present one, or a neighbour where a clock is not right. Null when it is none of them.</summary>
    public static long? FindStep(byte[] secret, string typed, DateTime at)
    {
        var code = Encoding.ASCII.GetBytes(Digits(typed));
        long? found = null;
        for (var step = StepAt(at) - Skew; step <= StepAt(at) + Skew; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.ASCII.GetBytes(Code(secret, step)))) found = step;
        }

        return found;
    }

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What apps speak; a one-time code does not rest on what SHA-1 has lost.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0x0F)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    // People copy codes in groups, and type them in the digits of their keyboard.
    private static string Digits(string typed) => string.Concat(typed.Where(c => !char.IsWhiteSpace(c))
        .Select(c => char.IsDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture) : "?"));
}
