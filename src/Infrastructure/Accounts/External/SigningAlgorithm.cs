using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>A way to sign with a private key. What is not listed does not count: not "none", and nothing with a shared secret.</summary>
internal sealed class SigningAlgorithm
{
    private const int LeastRsaBits = 2048;
    private const int MostRsaBits = 8192;

    private static readonly SigningAlgorithm[] All =
    [
        Rsa("RS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Rsa("RS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1), Rsa("RS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        Rsa("PS256", HashAlgorithmName.SHA256, RSASignaturePadding.Pss), Rsa("PS384", HashAlgorithmName.SHA384, RSASignaturePadding.Pss), Rsa("PS512", HashAlgorithmName.SHA512, RSASignaturePadding.Pss),
        Ec("ES256", HashAlgorithmName.SHA256, "P-256", ECCurve.NamedCurves.nistP256), Ec("ES384", HashAlgorithmName.SHA384, "P-384", ECCurve.NamedCurves.nistP384), Ec("ES512", HashAlgorithmName.SHA512, "P-521", ECCurve.NamedCurves.nistP521),
    ];

    private readonly HashAlgorithmName _hash;
    private readonly Func<JsonElement, byte[], byte[], bool> _verify;

    private SigningAlgorithm(string name, string keyType, HashAlgorithmName hash, Func<JsonElement, byte[], byte[], bool> verify) =>
        (Name, KeyType, _hash, _verify) = (name, keyType, hash, verify);

    public string Name { get; }
    public string KeyType { get; }

    public static SigningAlgorithm? Find(string? name) => Array.Find(All, a => a.Name == name);

    /// <summary>A key that cannot be read has signed nothing.</summary>
    public bool Verifies(JsonElement key, byte[] signed, byte[] signature)
    {
        try
        {
            return _verify(key, signed, signature);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>The left half of the hash, as at_hash holds it.</summary>
    public string HalfHash(byte[] data)
    {
        var hash = CryptographicOperations.HashData(_hash, data);
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static SigningAlgorithm Rsa(string name, HashAlgorithmName hash, RSASignaturePadding padding) => new(name, "RSA", hash, (key, signed, signature) =>
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") });
        return rsa.KeySize is >= LeastRsaBits and <= MostRsaBits && rsa.VerifyData(signed, signature, hash, padding);
    });

    private static SigningAlgorithm Ec(string name, HashAlgorithmName hash, string curveName, ECCurve curve) => new(name, "EC", hash, (key, signed, signature) =>
    {
        if (ExternalIdentity.TextAt(key, "crv") != curveName) return false;

        using var ec = ECDsa.Create(new ECParameters { Curve = curve, Q = new ECPoint { X = Bytes(key, "x"), Y = Bytes(key, "y") } });
        return ec.VerifyData(signed, signature, hash);
    });

    private static byte[] Bytes(JsonElement key, string name) => Base64Url.DecodeFromChars(ExternalIdentity.TextAt(key, name));
}
