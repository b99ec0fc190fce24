using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>What an id token must say to be about this sign-in, once its signature is good.</summary>
internal sealed record IdTokenRules(string Issuer, string ClientId, string Nonce, string AccessToken, DateTimeOffset Now)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    /// <summary>Null when nothing is wrong.</summary>
    public string? FaultOf(SignedToken token)
    {
        var claims = token.Claims;
        if (ExternalIdentity.TextAt(claims, "iss") != Issuer) return "The id token is of another issuer.";
        if (!IsForUs(claims)) return "The id token is for somebody else.";
        if (!IsInTime(claims)) return "The id token is not of this time.";
        if (!Same(ExternalIdentity.TextAt(claims, "nonce"), Nonce)) return "The id token answers another question.";
        return ExternalIdentity.TextAt(claims, "at_hash") is { } hash && !Same(hash, token.Algorithm.HalfHash(Encoding.ASCII.GetBytes(AccessToken)))
            ? "The id token came with another access token."
            : null;
    }

    private bool IsForUs(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out var named)) return false;

        var audiences = named.ValueKind == JsonValueKind.Array ? named.EnumerateArray().Select(a => a.ToString()).ToList() : [named.ToString()];
        var party = ExternalIdentity.TextAt(claims, "azp");
        return audiences.Contains(ClientId, StringComparer.Ordinal) && (party is null ? audiences.Count == 1 : party == ClientId);
    }

    private bool IsInTime(JsonElement claims) =>
        At(claims, "exp") is { } end && Now < end + Skew
        && (At(claims, "nbf") is not { } start || Now >= start - Skew)
        && (At(claims, "iat") is not { } issued || Now >= issued - Skew);

    private static DateTimeOffset? At(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var told) && told.ValueKind == JsonValueKind.Number && told.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    private static bool Same(string? told, string expected) =>
        told is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(told), Encoding.UTF8.GetBytes(expected));
}
