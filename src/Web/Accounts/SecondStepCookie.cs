using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>The cookie between password and code is worth nothing once that password was changed.</summary>
internal sealed class SecondStepCookie(UserManager<AppUser> users) : CookieAuthenticationEvents
{
    private const string Stamp = "stamp";

    public override async Task SigningIn(CookieSigningInContext context)
    {
        if (await WhoAsync(context.Principal) is { } user) ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new Claim(Stamp, user.SecurityStamp!));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await WhoAsync(context.Principal) is { } user && context.Principal!.FindFirstValue(Stamp) != user.SecurityStamp) context.RejectPrincipal();
    }

    // A passkey's question stands in the same cookie and is about nobody yet.
    private async Task<AppUser?> WhoAsync(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue(ClaimTypes.Name) is { } id ? await users.FindByIdAsync(id) : null;
}
