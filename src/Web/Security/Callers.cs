using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;

namespace SaaSChat.Web.Security;

/// <summary>What the guards ask about a request, before any page or scope is there to ask.</summary>
internal static class Callers
{
    public static Guid? SignedInId(this HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true && Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>True while the page that tells of an error is made: it belongs to the request that failed, which has passed the guards.</summary>
    public static bool TellsOfError(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>Programs read problem+json where people read a page.</summary>
    public static bool IsFromProgram(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal);
}
