using Microsoft.AspNetCore.Diagnostics;

namespace SaaSChat.Web;

/// <summary>The page that a person sees now, for forms that come back to it.</summary>
public static class ReturnAddress
{
    private const string Home = "/";

    public static string Here(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (OriginalPath(http) is not { } failed) return http.Request.Path + http.Request.QueryString;

        // What was refused as a form cannot be opened as a page.
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? failed : Home;
    }

    /// <summary>Where a person tries again after a refusal: what they asked for, or the page whose form was refused.</summary>
    public static string PageBefore(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (OriginalPath(http) is null) return Home;

        var here = http.Here();
        var form = http.Request.GetTypedHeaders().Referer;
        return here == Home && form is not null && form.Authority == http.Request.Host.Value ? form.PathAndQuery : here;
    }

    /// <summary>What was asked for, when an error page answers in its place.</summary>
    public static string? OriginalPath(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<IStatusCodeReExecuteFeature>() is { } refused ? refused.OriginalPath + refused.OriginalQueryString
            : http.Features.Get<IExceptionHandlerPathFeature>()?.Path;
    }
}
