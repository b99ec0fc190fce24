using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Mvc;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Billing;
using SaaSChat.Infrastructure.Security;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Security;

/// <summary>The guards, in the order in which a request passes them.</summary>
public static class SecuritySetup
{
    public static void AddSecurity(this IHostApplicationBuilder builder)
    {
        var security = builder.AddChecked<SecurityOptions>("Security");
        builder.Services.Configure<HttpsRedirectionOptions>(https =>
        {
            https.HttpsPort = security.HttpsPort;
            https.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
        });

        builder.Services.AddSingleton(ContentPolicy.For(builder.Configuration, builder.PaymentOrigins()));

        // First of all filters, so that even the host filter's refusal carries the headers.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeaders>());
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add<ForgedForms>());
        builder.AddBans(builder.AddKnownProxies());
        builder.AddSizes();
        builder.AddCookies();
        builder.AddRateLimits();
    }

    /// <summary>Before anything is done for a request: who really asks, over what, and whether they may.</summary>
    public static void UseFrontDoor(this WebApplication app)
    {
        app.RequireHostNames();
        app.UseUnknownProxyWarning();
        app.UseForwardedHeaders();
        app.UseTransport();
        app.UseAddressBans();
        app.UseCookiePolicy();
    }

    /// <summary>Once we know which endpoint is meant and who is signed in.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseUserBans();
        app.UseMiddleware<KeyAllowanceHeaders>();
        app.UseRateLimits();
    }

    /// <summary>Once they may go there: what they sent.</summary>
    public static void UseFormChecks(this WebApplication app)
    {
        app.UseMiddleware<BodyLimit>();
        app.UseFormTokens();
    }
}
