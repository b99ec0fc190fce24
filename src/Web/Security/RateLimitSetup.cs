using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure;

namespace SaaSChat.Web.Security;

internal static class RateLimitSetup
{
    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        builder.AddChecked<RateLimitOptions>("RateLimits");
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddSingleton<AccountAttempts>();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                Refuse(rejected.HttpContext, rejected.Lease);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy<LimitKey, SignInLimit>(SignInLimit.Name);
            limiter.AddPolicy<LimitKey, LetterLimit>(LetterLimit.Name);
            limiter.AddPolicy<LimitKey, ReportLimit>(ReportLimit.Name);
        });
        builder.Services.AddOptions<RateLimiterOptions>().Configure<RequestLimits>((limiter, requests) => limiter.GlobalLimiter = requests.All);
    }

    /// <summary>Says when to come again and counts the refusal against the caller. The page comes from the error pages.</summary>
    public static void Refuse(HttpContext context, RateLimitLease lease)
    {
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Note(Violation.RateLimited);
    }
}
