using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using SaaSChat.Domain.Security;

namespace SaaSChat.Web.Security;

/// <summary>Notes each form that came without its token. Pages refuse it by a result, minimal endpoints by a feature.</summary>
internal sealed class ForgedForms : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.Note(Violation.ForgedForm);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}

internal static class ForgedFormsSetup
{
    public static void UseFormTokens(this WebApplication app)
    {
        app.UseAntiforgery();
        app.Use(next => context =>
        {
            if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }) context.Note(Violation.ForgedForm);
            return next(context);
        });
    }
}
