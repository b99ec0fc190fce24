using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SaaSChat.Web.Tests.Accounts.External;

/// <summary>A key that the provider of the tests signs id tokens with.</summary>
internal sealed class SigningKey(string algorithm, int bits = 2048) : IDisposable
{
    private readonly RSA? _rsa = algorithm.StartsWith("ES", StringComparison.Ordinal) ? null : RSA.Create(bits);
    private readonly ECDsa? _ec = algorithm.StartsWith("ES", StringComparison.Ordinal) ? ECDsa.Create(CurveOf(algorithm)) : null;

    public string Id { get; } = Guid.NewGuid().ToString("N");
    public string Algorithm => algorithm;

    public object Public()
    {
        if (_rsa is { } rsa)
        {
            var key = rsa.ExportParameters(includePrivateParameters: false);
            return new { kty = "RSA", use = "sig", kid = Id, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
        }

        var point = _ec!.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", use = "sig", kid = Id, crv = $"P-{_ec.KeySize}", x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) };
    }

    public string Sign(object claims, string? id = null, bool demanding = false)
    {
        object header = demanding ? new { alg = algorithm, kid = id ?? Id, crit = new[] { "b64" } } : new { alg = algorithm, kid = id ?? Id };
        var signed = Join(header, claims);
        return $"{signed}.{Base64Url.EncodeToString(SignatureOf(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>As a library would take it that lets the token choose: the public key is the secret.</summary>
    public string SignByHmac(object claims)
    {
        var signed = Join(new { alg = "HS256", kid = Id }, claims);
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(_rsa!.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(signed)))}";
    }

    public static string Unsigned(object claims) => Join(new { alg = "none" }, claims) + ".";

    public string HalfHash(string text)
    {
        var hash = CryptographicOperations.HashData(Hash, Encoding.ASCII.GetBytes(text));
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    public void Dispose()
    {
        _rsa?.Dispose();
        _ec?.Dispose();
    }

    private HashAlgorithmName Hash => algorithm[^3..] switch { "384" => HashAlgorithmName.SHA384, "512" => HashAlgorithmName.SHA512, _ => HashAlgorithmName.SHA256 };

    private byte[] SignatureOf(byte[] data) => _ec is { } ec
        ? ec.SignData(data, Hash)
        : _rsa!.SignData(data, Hash, algorithm[0] == 'P' ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);

    private static string Join(object header, object claims) =>
        $"{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(header))}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";

    private static ECCurve CurveOf(string algorithm) =>
        algorithm switch { "ES384" => ECCurve.NamedCurves.nistP384, "ES512" => ECCurve.NamedCurves.nistP521, _ => ECCurve.NamedCurves.nistP256 };
}
