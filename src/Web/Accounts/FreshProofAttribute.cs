using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>On a page that changes what protects an account: whoever proved who they are too long ago is asked again, then comes back.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshProofAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);

        var http = context.HttpContext;
        var me = http.RequestServices.GetRequiredService<CurrentUser>();
        if (await http.RequestServices.GetRequiredService<SessionProofs>().IsFreshAsync(me.SessionId, http.RequestAborted)) await next();
        else context.Result = Ask(http);
    }

    private static IActionResult Ask(HttpContext http)
    {
        // What was sent as a form cannot be sent again by a redirect: its page is opened anew.
        var back = HttpMethods.IsGet(http.Request.Method) ? http.Here() : http.Request.Path.Value;
        var asking = $"/account/confirm-it?returnUrl={Uri.EscapeDataString(back!)}";
        if (!http.Request.IsHtmx()) return new LocalRedirectResult(asking);

        http.Response.Headers["HX-Redirect"] = asking;
        return new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
