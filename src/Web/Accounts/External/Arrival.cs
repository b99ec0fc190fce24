using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Accounts.External;

/// <summary>Somebody whom a provider has just sent back: kept in a cookie for as long as they take to decide.</summary>
public sealed record Arrival(string Key, ExternalIdentity Identity)
{
    private const string IssuerClaim = "iss";
    private const string VerifiedClaim = "email_verified";

    /// <summary>How a sign-in begins that comes back to the arrival page; a mailed proof is brought back with it.</summary>
    public static AuthenticationProperties Begin(string? returnUrl) => new()
    {
        RedirectUri = string.IsNullOrEmpty(returnUrl) ? ExternalPaths.Arrival
            : returnUrl.StartsWith(ExternalPaths.Arrival + "?", StringComparison.Ordinal) ? returnUrl
            : $"{ExternalPaths.Arrival}?returnUrl={Uri.EscapeDataString(returnUrl)}",
    };

    /// <summary>How one begins that will open an account which is open now.</summary>
    public static AuthenticationProperties BeginLinking() => new() { RedirectUri = ExternalPaths.Linking };

    public static ClaimsPrincipal PrincipalOf(ExternalIdentity person, string key)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, person.Subject), new(IssuerClaim, person.Issuer), new(VerifiedClaim, person.IsVerified ? "true" : "false") };
        if (person.Email is { } email) claims.Add(new Claim(ClaimTypes.Email, email));
        if (person.Name is { } name) claims.Add(new Claim(ClaimTypes.Name, name));
        return new ClaimsPrincipal(new ClaimsIdentity(claims, key));
    }

    public static async Task<Arrival?> OfAsync(HttpContext http)
    {
        var kept = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (kept.Principal is not { Identity.AuthenticationType: { } key } person) return null;
        if (person.FindFirstValue(ClaimTypes.NameIdentifier) is not { } subject || person.FindFirstValue(IssuerClaim) is not { } issuer) return null;

        return new Arrival(key, new ExternalIdentity(
            issuer, subject, person.FindFirstValue(ClaimTypes.Email), person.FindFirstValue(VerifiedClaim) == "true", person.FindFirstValue(ClaimTypes.Name)));
    }

    public static Task ForgetAsync(HttpContext http) => http.SignOutAsync(IdentityConstants.ExternalScheme);
}
