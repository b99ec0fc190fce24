using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using SaaSChat.Infrastructure;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Web.Api;

namespace SaaSChat.Web.Accounts;

/// <summary>That an admin came in with two factors, where Accounts:AdminSecondFactor asks for it. It is part of every policy that lets admins in, so no route escapes it.</summary>
internal sealed class AdminProof : IAuthorizationRequirement;

internal sealed class AdminProofs(LastValid<AccountOptions> options, SessionProofs proofs) : AuthorizationHandler<AdminProof>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AdminProof requirement)
    {
        if (!options.Value.AdminSecondFactor || !context.User.IsInRole(Roles.Admin) || await HasTwoFactorsAsync(context.User)) context.Succeed(requirement);
    }

    // A program has no session: it proves as much as the second factor of the person who made its key.
    private async Task<bool> HasTwoFactorsAsync(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(SessionCookie.SessionClaim), out var session) ? await proofs.HasTwoFactorsAsync(session, CancellationToken.None)
        : user.HasClaim(claim => claim.Type == ApiClaims.Key) && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var person)
            && await proofs.HasFactorOnAsync(person, CancellationToken.None);
}
