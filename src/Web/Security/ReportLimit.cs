using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

/// <summary>Reports from one address; looking at the form is none.</summary>
internal sealed class ReportLimit(LastValid<RateLimitOptions> options) : IRateLimiterPolicy<LimitKey>
{
    public const string Name = "reports";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

    public RateLimitPartition<LimitKey> GetPartition(HttpContext httpContext) =>
        options.Value.Enabled && HttpMethods.IsPost(httpContext.Request.Method)
            ? LimitKey.Count(LimitKind.Reports, LimitKey.Address(httpContext), options.Value.Reports)
            : LimitKey.NotCounted(LimitKind.Reports);
}
