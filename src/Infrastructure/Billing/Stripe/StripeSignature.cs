using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SaaSChat.Infrastructure.Billing.Stripe;

/// <summary>The header "Stripe-Signature": a time, and one or more keyed hashes over it and the body's bytes.</summary>
public static class StripeSignature
{
    public const string Header = "Stripe-Signature";

    private const int MostHeader = 2048;
    private const int HashBytes = 32;

    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <summary>While a secret is being changed there are two hashes, one by each; older schemes than v1 count for nothing.</summary>
    public static bool IsGood(ReadOnlySpan<byte> body, string? header, string secret, DateTime now)
    {
        if (string.IsNullOrEmpty(secret) || header is null || header.Length > MostHeader || Parse(header) is not { } parts) return false;
        if (!long.TryParse(parts.Time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;

        // Told in whole seconds, so compared in whole seconds.
        var at = new DateTimeOffset(now).ToUnixTimeSeconds();
        if (seconds < at - Tolerance.TotalSeconds || seconds > at + Tolerance.TotalSeconds) return false;

        Span<byte> expected = stackalloc byte[HashBytes];
        Hash(body, parts.Time, secret, expected);
        var good = false;
        foreach (var hash in parts.Hashes) good |= IsSame(expected, hash);
        return good;
    }

    public static string Sign(ReadOnlySpan<byte> body, string secret, DateTime now)
    {
        var time = new DateTimeOffset(now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Span<byte> hash = stackalloc byte[HashBytes];
        Hash(body, time, secret, hash);
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }

    private static (string Time, List<string> Hashes)? Parse(string header)
    {
        string? time = null;
        var hashes = new List<string>();
        foreach (var part in header.Split(','))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at < 0) return null;

            var (name, value) = (part[..at].Trim(), part[(at + 1)..].Trim());
            if (name == "t" && time is not null) return null;
            if (name == "t") time = value;
            if (name == "v1") hashes.Add(value);
        }

        return time is null || hashes.Count == 0 ? null : (time, hashes);
    }

    private static void Hash(ReadOnlySpan<byte> body, string time, string secret, Span<byte> hash)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(time));
        hmac.AppendData("."u8);
        hmac.AppendData(body);
        hmac.GetHashAndReset(hash);
    }

    private static bool IsSame(ReadOnlySpan<byte> expected, string hex)
    {
        Span<byte> given = stackalloc byte[HashBytes];
        return hex.Length == HashBytes * 2
            && Convert.FromHexString(hex, given, out _, out var written) == System.Buffers.OperationStatus.Done && written == HashBytes
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
