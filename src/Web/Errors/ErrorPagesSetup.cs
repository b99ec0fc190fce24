using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Errors;

public static class ErrorPagesSetup
{
    private static readonly PathString[] ForPrograms = ["/api", "/v1", "/webhooks", "/health"];

    /// <summary>A refusal or a failure without words of its own gets a page for people, and problem+json for programs.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsForPrograms, programs =>
        {
            programs.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ApiProblem.WriteAsync, StatusCodeSelector = CodeOf });
            programs.UseStatusCodePages(context => ApiProblem.WriteAsync(context.HttpContext));
        });
        app.UseWhen(context => !IsForPrograms(context), people =>
        {
            people.UseExceptionHandler("/error/500");
            people.UseStatusCodePagesWithReExecute("/error/{0}");
            people.Use(LeaveRefusedForm);
        });
    }

    /// <summary>What the client sent was at fault, or we were.</summary>
    internal static int CodeOf(Exception e) => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    internal static string ReferenceOf(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    // The error page answers the same request again: a form that was refused must not be read a second time.
    private static Task LeaveRefusedForm(HttpContext http, RequestDelegate next)
    {
        if (http.OriginalPath() is not null)
        {
            http.Features.Set<IAntiforgeryValidationFeature>(null);
            http.Request.ContentType = null;
        }

        return next(http);
    }

    private static bool IsForPrograms(HttpContext http) => Array.Exists(ForPrograms, prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));
}
