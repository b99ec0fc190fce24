using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace SaaSChat.Web.Operations;

/// <summary>Says of the framework's span of a request what the log says of it, in the words of OpenTelemetry's conventions; the address stays out of both.</summary>
internal static class RequestSpan
{
    public static void Describe(HttpContext http, string route)
    {
        if (http.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span) return;

        span.DisplayName = $"{http.Request.Method} {route}";
        span.SetTag("http.request.method", http.Request.Method);
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        span.SetTag("url.scheme", http.Request.Scheme);
        if (http.Response.StatusCode >= 500) span.SetStatus(ActivityStatusCode.Error);
    }
}
