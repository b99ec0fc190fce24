using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts.External;
using SaaSChat.Web.Accounts.External;

namespace SaaSChat.Web.Accounts;

/// <summary>On a page that is about passwords: where none are used it leads to the ways in that there are.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ByPasswordAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.HttpContext.RequestServices.GetRequiredService<LastValid<SignInWays>>().Value.Password) return;

        // Whoever only follows a link need not be told of a refusal.
        var sent = !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        context.Result = new LocalRedirectResult(sent ? $"{ExternalPaths.SignIn}?problem={ExternalProblem.NoPasswords}" : ExternalPaths.SignIn);
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
