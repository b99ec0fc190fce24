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
    }

    public static void UseRateLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<RequestLimits>();
        app.Use((context, next) =>
        {
            var isFile = context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null;
            return isFile || MayGoOn(limits, context) ? next(context) : Task.CompletedTask;
        });
    }

    /// <summary>Says when to come again and counts the refusal against the caller. The page comes from the error pages.</summary>
    public static void Refuse(HttpContext context, RateLimitLease lease)
    {
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Note(Violation.RateLimited);
    }

    private static bool MayGoOn(RequestLimits limits, HttpContext context)
    {
        using var lease = limits.Ask(context);
        if (!lease.IsAcquired) Refuse(context, lease);
        return lease.IsAcquired;
    }
}
