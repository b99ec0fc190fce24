using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Identity's signing in, with our answers to who may and who needs a second factor.</summary>
internal sealed class AppSignIn(
    UserManager<AppUser> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<AppUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<AppUser>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<AppUser> confirmation)
    : SignInManager<AppUser>(users, http, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(AppUser user) => user.MaySignIn && await base.CanSignInAsync(user);

    // Identity would also ask whether one of its own providers could make a code; ours are made in the person's app.
    public override Task<bool> IsTwoFactorEnabledAsync(AppUser user) => Task.FromResult(user.TwoFactorEnabled);
}
