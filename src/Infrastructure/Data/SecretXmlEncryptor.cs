using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace SaaSChat.Infrastructure.Data;

internal sealed class KeyRingSecret(string secret)
{
    public byte[] Key { get; } = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: "SaaSChat key ring"u8.ToArray());
}

/// <summary>AES-256-GCM under the operator's secret: nonce, tag and cipher text, in that order.</summary>
internal sealed class SecretXmlEncryptor(KeyRingSecret secret) : IXmlEncryptor
{
    internal const int Nonce = 12;
    internal const int Tag = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, Nonce));

        using var aes = new AesGcm(secret.Key, Tag);
        aes.Encrypt(sealedBytes.AsSpan(0, Nonce), plain, sealedBytes.AsSpan(Nonce + Tag), sealedBytes.AsSpan(Nonce, Tag));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(sealedBytes)), typeof(SecretXmlDecryptor));
    }
}

internal sealed class SecretXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var secret = services.GetRequiredService<KeyRingSecret>();
        var bytes = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var plain = new byte[bytes.Length - SecretXmlEncryptor.Nonce - SecretXmlEncryptor.Tag];

        using var aes = new AesGcm(secret.Key, SecretXmlEncryptor.Tag);
        aes.Decrypt(bytes[..SecretXmlEncryptor.Nonce], bytes[(SecretXmlEncryptor.Nonce + SecretXmlEncryptor.Tag)..],
            bytes.Slice(SecretXmlEncryptor.Nonce, SecretXmlEncryptor.Tag), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
