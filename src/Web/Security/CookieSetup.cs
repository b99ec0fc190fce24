using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Mvc;

namespace SaaSChat.Web.Security;

/// <summary>Every cookie that the server sets: out of reach of scripts, never sent along from other sites' forms, and outside Development bound to this host by HTTPS.</summary>
internal static class CookieSetup
{
    private const string HostPrefix = "__Host-";

    public static void AddCookies(this IHostApplicationBuilder builder)
    {
        var development = builder.Environment.IsDevelopment();
        var services = builder.Services;
        services.Configure<CookiePolicyOptions>(policy =>
        {
            policy.HttpOnly = HttpOnlyPolicy.Always;
            policy.Secure = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            policy.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.Configure<AntiforgeryOptions>(options => Bind(options.Cookie, "antiforgery", SameSiteMode.Strict, development));
        services.Configure<CookieTempDataProviderOptions>(options => Bind(options.Cookie, "notes", SameSiteMode.Lax, development));

        // Identity's other cookies (external sign-in, second factor) keep their names behind the prefix.
        services.PostConfigureAll<CookieAuthenticationOptions>(options =>
        {
            var name = options.Cookie.Name ?? "cookie";
            Bind(options.Cookie, name.StartsWith(HostPrefix, StringComparison.Ordinal) ? name[HostPrefix.Length..] : name, SameSiteMode.Lax, development);
        });
    }

    private static void Bind(CookieBuilder cookie, string name, SameSiteMode sameSite, bool development)
    {
        cookie.Name = development ? name : HostPrefix + name;
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.Path = "/";
        cookie.IsEssential = true;
        cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }
}
