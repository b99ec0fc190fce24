using Microsoft.AspNetCore.Authorization;
using SaaSChat.Domain.Api;

namespace SaaSChat.Web.Api;

/// <summary>Which scope an endpoint asks of a key. Whoever is signed in by cookie is their own person and needs none.</summary>
internal static class ApiScopes
{
    public static void AddScopePolicies(this AuthorizationBuilder authorization)
    {
        foreach (var scope in ApiScope.All)
            authorization.AddPolicy(scope, policy => policy.RequireAuthenticatedUser().RequireAssertion(c => !c.User.HasClaim(claim => claim.Type == ApiClaims.Key) || c.User.HasClaim(ApiClaims.Scope, scope)));
    }

    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(scope).WithMetadata(new NeededScope(scope));
}

internal sealed record NeededScope(string Scope);
