using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>Attempts to sign in from one address; looking at the form is not one.</summary>
internal sealed class SignInLimit(LastValid<RateLimitOptions> options) : IRateLimiterPolicy<LimitKey>
{
    public const string Name = "sign-in";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<LimitKey> GetPartition(HttpContext httpContext) =>
        options.Value.Enabled && HttpMethods.IsPost(httpContext.Request.Method)
            ? LimitKey.Count(LimitKind.SignIn, LimitKey.Address(httpContext), options.Value.SignIn)
            : LimitKey.NotCounted(LimitKind.SignIn);
}
