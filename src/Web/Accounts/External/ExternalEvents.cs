using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Accounts.External;

/// <summary>Whatever goes wrong on the way ends where the person began, with words.</summary>
internal sealed partial class ExternalEvents(ILogger<ExternalEvents> log) : OAuthEvents
{
    public override Task AccessDenied(AccessDeniedContext context)
    {
        context.HandleResponse();
        return SendBackAsync(context.HttpContext, context.Scheme.Name, new ExternalSignInException(ExternalProblem.Denied, "The person said no."));
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();

        // Without properties nothing is known of a beginning: another browser's, a forged or a very old one.
        var problem = context.Properties is null ? ExternalProblem.Expired : ExternalProblem.Failed;
        var fault = context.Failure as ExternalSignInException ?? new ExternalSignInException(problem, "The provider sent the person back without a code that is worth anything.");
        return SendBackAsync(context.HttpContext, context.Scheme.Name, fault);
    }

    public async Task SendBackAsync(HttpContext http, string provider, ExternalSignInException fault)
    {
        if (fault.Problem == ExternalProblem.Failed) LogFailed(log, provider, fault.Message, fault.InnerException?.GetType().Name);
        else LogEnded(log, provider, fault.Problem);

        var signedIn = (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Succeeded;
        http.Response.Redirect($"{(signedIn ? ExternalPaths.Linked : ExternalPaths.SignIn)}?problem={fault.Problem}");
    }

    [LoggerMessage(1, LogLevel.Warning, "Signing in by {Provider} failed: {Detail} {Cause}")]
    private static partial void LogFailed(ILogger log, string provider, string detail, string? cause);

    [LoggerMessage(2, LogLevel.Information, "Signing in by {Provider} ended: {Problem}")]
    private static partial void LogEnded(ILogger log, string provider, ExternalProblem problem);
}
