using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Security;

/// <summary>What the guards ask about a request, before any page or scope is there to ask.</summary>
internal static class Callers
{
    // The router, too, takes small and capital letters alike.
    private static readonly PathString[] ForPrograms = ["/api", "/v1"];

    public static Guid? SignedInId(this HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The API key that the call came with.</summary>
    public static Guid? KeyId(this HttpContext context) => Guid.TryParse(context.User.FindFirstValue(ApiClaims.Key), out var id) ? id : null;

    /// <summary>True while the page that tells of an error is made: it belongs to the request that failed, which has passed the guards.</summary>
    public static bool TellsOfError(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Programs read problem+json where people read a page.</summary>
    public static bool IsFromProgram(this HttpContext context) =>
        Array.Exists(ForPrograms, prefix => context.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
