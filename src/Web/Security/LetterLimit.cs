using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>Letters asked for from one address; looking at the form asks for none.</summary>
internal sealed class LetterLimit(LastValid<RateLimitOptions> options) : IRateLimiterPolicy<LimitKey>
{
    public const string Name = "letters";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<LimitKey> GetPartition(HttpContext httpContext) =>
        options.Value.Enabled && HttpMethods.IsPost(httpContext.Request.Method)
            ? LimitKey.Count(LimitKind.Letters, LimitKey.Address(httpContext), options.Value.Letters)
            : LimitKey.NotCounted(LimitKind.Letters);
}
