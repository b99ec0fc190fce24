using Microsoft.AspNetCore.Authorization;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Accounts;

/// <summary>Whoever has signed in without having accepted the terms as they are now is asked, and gets to nothing of their own before they answer.</summary>
internal sealed class TermsGate(RequestDelegate next)
{
    private const string Page = "/account/terms";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.User.HasClaim(claim => claim.Type == TermsAcceptances.DueClaim) || IsOpen(context.GetEndpoint())) return next(context);

        Ask(context);
        return Task.CompletedTask;
    }

    private static void Ask(HttpContext context)
    {
        var request = context.Request;
        if (context.IsFromProgram() || request.IsHtmx())
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.Headers["HX-Redirect"] = Page;
        }
        else
        {
            var back = HttpMethods.IsGet(request.Method) ? QueryString.Create("returnUrl", request.Path + request.QueryString) : QueryString.Empty;
            context.Response.Redirect(Page + back);
        }
    }

    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<OpenBeforeTermsAttribute>() is not null;
}

/// <summary>Served to a signed-in person who has not accepted the terms: the question itself, and the ways out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenBeforeTermsAttribute : Attribute;

internal static class TermsGateSetup
{
    public static void UseTermsGate(this WebApplication app) => app.UseMiddleware<TermsGate>();
}
