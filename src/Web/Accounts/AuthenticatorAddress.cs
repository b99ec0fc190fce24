using SaaSChat.Domain.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>What an authenticator app reads to know a secret: from a QR code, or typed in groups of letters.</summary>
public sealed record AuthenticatorAddress(string Site, string Account, byte[] Secret)
{
    private const int Group = 4;

    public string Letters => string.Join(' ', Base32.Encode(Secret).Chunk(Group).Select(group => new string(group)));

    public override string ToString()
    {
        var (site, account) = (Uri.EscapeDataString(Site), Uri.EscapeDataString(Account));
        return $"otpauth://totp/{site}:{account}?secret={Base32.Encode(Secret)}&issuer={site}";
    }
}
