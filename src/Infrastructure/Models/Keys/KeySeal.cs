using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Models.Keys;

/// <summary>Seals providers' keys for the database, and opens them for nobody but the pools.</summary>
internal sealed class KeySeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("SaaSChat.ProviderKeys");

    public byte[] Close(string key) => _seal.Protect(Encoding.UTF8.GetBytes(key));

    /// <summary>Null where the key ring that sealed it is gone.</summary>
    public string? Open(ProviderKey kept)
    {
        try
        {
            return kept.SealedKey.Length == 0 ? null : Encoding.UTF8.GetString(_seal.Unprotect(kept.SealedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The same for the same key on every node, so that what one of the configuration's is used for can be counted; it cannot be turned back into the key.</summary>
    public static Guid IdOf(string provider, string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"SaaSChat.ProviderKeys\n{provider.ToUpperInvariant()}\n{key}")).AsSpan(0, 16));
}
