using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SaaSChat.Infrastructure;
using SaaSChat.Web.Errors;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Maintenance;
using SaaSChat.Web.Settings;

namespace SaaSChat.Web.Pages;

[IgnoreAntiforgeryToken]
[OpenInMaintenance]
public sealed class ErrorModel(IStringLocalizer<Text> text, Fmt fmt, TimeProvider clock) : PageModel
{
    private static readonly int[] Worded = [400, 403, 404, 413, 429, 500, 503];

    [FromRoute]
    public int Code { get; set; }

    public string Title => text[$"ErrorPages.{Words}.Title"];
    public string Explanation => text[$"ErrorPages.{Words}.Text"];
    public TimeSpan? Wait => RetryAfter.From(Response.Headers.RetryAfter, clock.UtcNow());
    public string Reference => ErrorPagesSetup.ReferenceOf(HttpContext);
    public string Again => HttpContext.PageBefore();

    private string Words => HttpContext.Features.Get<SwitchedOff>() is not null ? "SwitchedOff" : Worded.Contains(Code) ? $"{Code}" : Code < 500 ? "Refused" : "Failed";

    /// <summary>Before any verb: what failed may have been a GET, a POST or anything else.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is { } failure) Code = ErrorPagesSetup.CodeOf(failure.Error);
        Response.StatusCode = Code;

        // A page would answer OPTIONS by itself, with 200.
        if (HttpMethods.IsOptions(Request.Method)) context.Result = new EmptyResult();
        if (!Request.IsHtmx()) return;

        // The page that asked stays as it is and says what happened.
        Response.Headers["HX-Reswap"] = "none";
        var wait = Wait is { } time ? text["ErrorPages.Wait", fmt.Duration(time)].Value : "";
        Response.TriggerToast(new Toast($"{Title} {wait}".TrimEnd(), ToastKind.Danger));
        context.Result = new EmptyResult();
    }
}
