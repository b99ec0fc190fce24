using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>
/// A secret that a person is shown and has not yet answered with its code. It travels in their form, sealed for them and for a while, so
/// that looking at it writes nothing.
/// </summary>
public sealed class AuthenticatorOffers(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public string Make(Guid userId) => Convert.ToBase64String(SealFor(userId).Protect(Totp.NewSecret(), Lifetime));

    /// <summary>Null when the offer is another person's, too old or not ours.</summary>
    public byte[]? SecretIn(string offer, Guid userId)
    {
        try
        {
            return SealFor(userId).Unprotect(Convert.FromBase64String(offer));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector SealFor(Guid userId) =>
        protection.CreateProtector("SaaSChat.AuthenticatorOffers", userId.ToString()).ToTimeLimitedDataProtector();
}
