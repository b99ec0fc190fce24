using System.Security.Claims;
using SaaSChat.Infrastructure.Api;

namespace SaaSChat.Web.Api;

/// <summary>Who calls by a key: its person, and what the key may do for them.</summary>
internal static class ApiClaims
{
    public const string Key = "key";
    public const string Scope = "scope";

    public static ClaimsPrincipal Of(ApiKeyHolder holder)
    {
        IEnumerable<Claim> claims =
        [
            new(ClaimTypes.NameIdentifier, holder.UserId.ToString()),
            new(ClaimTypes.Name, holder.Email),
            new(ClaimTypes.GivenName, holder.Name),
            new(Key, holder.KeyId.ToString()),
            .. holder.Scopes.Select(scope => new Claim(Scope, scope)),
        ];
        return new(new ClaimsIdentity(holder.Role is { } role ? claims.Append(new(ClaimTypes.Role, role)) : claims, KeyAuthentication.SchemeName));
    }
}
