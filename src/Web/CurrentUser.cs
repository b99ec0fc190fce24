using System.Security.Claims;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Accounts;

namespace SaaSChat.Web;

/// <summary>Who is asking, as their session says.</summary>
public sealed class CurrentUser(IHttpContextAccessor http)
{
    private ClaimsPrincipal Principal => http.HttpContext?.User ?? new ClaimsPrincipal();

    public bool IsSignedIn => Principal.Identity?.IsAuthenticated == true;
    public string? Role => Roles.Ids.Keys.FirstOrDefault(Principal.IsInRole);
    public bool IsAdmin => Role == Roles.Admin;
    public Guid Id => Guid.Parse(Principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."));
    public Guid SessionId => Guid.Parse(Principal.FindFirstValue(SessionCookie.SessionClaim) ?? throw new InvalidOperationException("Nobody is signed in."));

    /// <summary>The account that pays for what they do on their own; asked for together with the session.</summary>
    public Guid AccountId => http.HttpContext?.Features.Get<SessionHolder>()?.AccountId ?? throw new InvalidOperationException("Nobody is signed in.");

    public string Email => Principal.Identity?.Name ?? "";
    public string Name => Principal.FindFirstValue(ClaimTypes.GivenName) is { Length: > 0 } name ? name : Email;

    /// <summary>Admins may what every role may.</summary>
    public bool May(string role) => IsAdmin || Role == role;
}
