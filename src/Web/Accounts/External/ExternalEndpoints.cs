using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Accounts.External;

internal static class ExternalEndpoints
{
    /// <summary>The buttons that lead to a provider: a form, so that no other site can begin a sign-in here. The provider sends people back to the handler's own address.</summary>
    public static void MapExternalSignIn(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/signin/{key}", (string key, [FromForm] string? returnUrl, ExternalProviders providers) =>
                providers.Find(key) is null ? Results.NotFound() : Results.Challenge(Arrival.Begin(returnUrl), [key]))
            .AllowAnonymous().RequireRateLimiting(Purposes.SignIn).WithMetadata(new OpenInMaintenanceAttribute());
}
