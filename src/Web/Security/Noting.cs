using SaaSChat.Domain.Security;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Security;

namespace SaaSChat.Web.Security;

public static class Noting
{
    /// <summary>Counts a violation against the caller's address and, when somebody is signed in, against them.</summary>
    public static void Note(this HttpContext context, Violation violation)
    {
        // An admin is never banned by machine: nobody else could lift it.
        var user = context.User.IsInRole(Roles.Admin) ? null : context.SignedInId();
        context.RequestServices.GetRequiredService<Violations>().Note(violation, context.Connection.RemoteIpAddress, user);
    }
}
