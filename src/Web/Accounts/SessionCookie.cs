using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>The cookie only names a session row: however somebody signed in, a session starts here and is asked for on each request.</summary>
internal sealed class SessionCookie(Sessions sessions, OwnView own, GuestArrival arrival) : CookieAuthenticationEvents
{
    public const string SessionClaim = "sid";

    /// <summary>Says of a sign-in that it took more than a password.</summary>
    public static readonly Claim TwoFactors = new("amr", "mfa");

    // Marks a request whose sign-in only renews the cookie of a session which is there.
    private static readonly object Renewal = new();

    /// <summary>After a change of name or address: the same session, told anew who its person is.</summary>
    public static Task RenewAsync(SignInManager<AppUser> signIn, AppUser user)
    {
        signIn.Context.Items[Renewal] = true;
        return signIn.RefreshSignInAsync(user);
    }

    public override async Task SigningIn(CookieSigningInContext context)
    {
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        var userId = Guid.Parse(context.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var renewed = Renewed(context, userId);
        var session = renewed ?? await StartAsync(context, userId, identity.HasClaim(TwoFactors.Type, TwoFactors.Value));

        if (renewed is null) await arrival.WelcomeAsync(userId, context.HttpContext.RequestAborted);
        identity.AddClaim(new Claim(SessionClaim, session));
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var holder = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var session)
            ? await sessions.HolderAsync(session, context.Properties.IsPersistent, context.HttpContext.RequestAborted)
            : null;
        if (holder is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.HttpContext.Features.Set(holder);

        // Renamed on another device: this one says so too from now on.
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        if (identity.FindFirst(ClaimTypes.GivenName) is not { } name || name.Value == holder.Name) return;

        identity.RemoveClaim(name);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, holder.Name));
        context.ShouldRenew = true;
    }

    public override Task SigningOut(CookieSigningOutContext context)
    {
        var user = context.HttpContext.User;
        return Guid.TryParse(user.FindFirstValue(SessionClaim), out var session)
            ? sessions.EndAsync(Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), session, CancellationToken.None)
            : Task.CompletedTask;
    }

    // htmx would swap the sign-in page into the middle of this one: it is told to go there instead.
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.IsHtmx())
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = context.Options.LoginPath.Value;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Every other sign-in starts a new session, whatever cookie came with it.
    private static string? Renewed(CookieSigningInContext context, Guid userId)
    {
        var now = context.HttpContext.User;
        return now.FindFirstValue(ClaimTypes.NameIdentifier) == userId.ToString() && context.HttpContext.Items.ContainsKey(Renewal)
            ? now.FindFirstValue(SessionClaim)
            : null;
    }

    private async Task<string> StartAsync(CookieSigningInContext context, Guid userId, bool twoFactors)
    {
        var http = context.HttpContext;
        var id = await sessions.StartAsync(
            userId, http.Request.Headers.UserAgent.ToString(), http.Connection.RemoteIpAddress?.ToString() ?? "", context.Properties.IsPersistent, twoFactors, http.RequestAborted);
        await own.BringAsync(userId, http.RequestAborted);
        return id.ToString();
    }
}
