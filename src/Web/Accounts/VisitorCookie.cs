using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Jobs;

namespace SaaSChat.Web.Accounts;

/// <summary>By which a guest is known again. It is signed by the key ring, and nobody gets it before their trial has begun.</summary>
public sealed class VisitorCookie(
    IHttpContextAccessor http, IDataProtectionProvider protection, IOptionsMonitor<RetentionOptions> retention, IWebHostEnvironment environment)
{
    private readonly IDataProtector _protector = protection.CreateProtector("SaaSChat.Visitor");

    public string Name => environment.IsDevelopment() ? "visitor" : "__Host-visitor";

    public Guid? VisitorId => http.HttpContext?.Request.Cookies[Name] is { Length: > 0 } value ? Open(value) : null;

    public void Give(Guid visitorId) =>
        http.HttpContext!.Response.Cookies.Append(Name, _protector.Protect($"{visitorId:N}"), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = retention.CurrentValue.Visitors,
            SameSite = SameSiteMode.Lax,
            Secure = http.HttpContext.Request.IsHttps || !environment.IsDevelopment(),
            Path = "/",
        });

    // Forged, or of a key ring that is gone: nobody we know.
    private Guid? Open(string value)
    {
        try
        {
            return Guid.TryParseExact(_protector.Unprotect(value), "N", out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
