using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace SaaSChat.Web.Accounts;

/// <summary>An admin who lacks nothing but the second factor is led to where it is set up, instead of being refused.</summary>
internal sealed class SecondFactorFirst : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || !LacksOnlyProof(authorizeResult)) return _usual.HandleAsync(next, context, policy, authorizeResult);

        context.Response.Redirect("/account/security");
        return Task.CompletedTask;
    }

    private static bool LacksOnlyProof(PolicyAuthorizationResult result) =>
        result.AuthorizationFailure?.FailedRequirements.ToList() is { Count: > 0 } failed && failed.TrueForAll(requirement => requirement is AdminProof);
}
