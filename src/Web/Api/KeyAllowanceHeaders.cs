using System.Globalization;
using SaaSChat.Web.Security;

namespace SaaSChat.Web.Api;

/// <summary>Tells whoever calls by a key what is left of its limit, on refusals too.</summary>
internal sealed class KeyAllowanceHeaders(RequestDelegate next, RequestLimits limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.KeyId() is not null) context.Response.OnStarting(Say, context);
        return next(context);
    }

    private Task Say(object state)
    {
        var context = (HttpContext)state;
        if (limits.LeftOf(context) is not { } allowance) return Task.CompletedTask;

        var headers = context.Response.Headers;
        headers["RateLimit-Limit"] = Number(allowance.Limit.Permits);
        headers["RateLimit-Remaining"] = Number(allowance.Left);
        headers["RateLimit-Reset"] = Number((long)Math.Ceiling(allowance.FullIn.TotalSeconds));
        return Task.CompletedTask;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
