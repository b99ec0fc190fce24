using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Api;

/// <summary>Under /api: the key in the Authorization header, else the session's cookie. Whoever sends a header is judged by it alone.</summary>
internal sealed class KeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, ApiKeyCheck keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Key";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.Count == 0) return await Context.AuthenticateAsync(IdentityConstants.ApplicationScheme);

        var answer = await keys.AskAsync(Secret(), Context.RequestAborted);
        if (answer.Holder is { } holder) return AuthenticateResult.Success(new AuthenticationTicket(ApiClaims.Of(holder), SchemeName));

        if (!answer.IsKnown) Context.Note(Violation.FailedKey);
        return AuthenticateResult.Fail("The key opens nothing.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failed = Request.Headers.Authorization.Count > 0;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = failed ? """Bearer realm="SaaSChat", error="invalid_token" """.TrimEnd() : """Bearer realm="SaaSChat" """.TrimEnd();
        Context.Because(failed ? ApiProblemCode.InvalidKey : ApiProblemCode.MissingKey);
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Context.GetEndpoint()?.Metadata.GetMetadata<NeededScope>() is not { } needed || Context.KeyId() is null || Context.User.HasClaim(ApiClaims.Scope, needed.Scope)) return Task.CompletedTask;

        Response.Headers.WWWAuthenticate = $"""Bearer realm="SaaSChat", error="insufficient_scope", scope="{needed.Scope}" """.TrimEnd();
        Context.Because(ApiProblemCode.InsufficientScope);
        return Task.CompletedTask;
    }

    // Two headers, or another scheme, are no key of ours.
    private string Secret() =>
        Request.Headers.Authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : "";
}
