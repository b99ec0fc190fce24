using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What the cookie says of its person beside the id: how to call them, and whether they are to be asked about the terms.</summary>
internal sealed class AppClaims(UserManager<AppUser> users, RoleManager<IdentityRole<Guid>> roles, AppDbContext db, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.Name));
        if (!await db.HasAcceptedTermsAsync(user.Id, CancellationToken.None)) identity.AddClaim(new Claim(TermsAcceptances.DueClaim, ""));
        return identity;
    }
}
