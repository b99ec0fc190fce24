using System.Globalization;
using System.Security.Cryptography;

namespace SaaSChat.Web.Tests.Accounts;

/// <summary>The app on a person's phone: knows the secret that the site showed and makes codes of it, by RFC 6238 alone.</summary>
public sealed class AuthenticatorApp(string shown, TimeProvider clock)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly byte[] _secret = Decode(shown.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>The code of now, or of so many half minutes later.</summary>
    public string Code(int stepsLater = 0)
    {
        var counter = BitConverter.GetBytes((clock.GetUtcNow().ToUnixTimeSeconds() / 30) + stepsLater);
        if (BitConverter.IsLittleEndian) Array.Reverse(counter);
#pragma warning disable CA5350 // The standard says so.
        var hash = HMACSHA1.HashData(_secret, counter);
#pragma warning restore CA5350
        var at = hash[19] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>A code of six digits that is none of those taken now.</summary>
    public string WrongCode()
    {
        string[] right = [Code(-1), Code(), Code(1)];
        return Enumerable.Range(0, 4).Select(n => n.ToString("000000", CultureInfo.InvariantCulture)).First(code => !right.Contains(code, StringComparer.Ordinal));
    }

    private static byte[] Decode(string letters)
    {
        var bits = string.Concat(letters.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
