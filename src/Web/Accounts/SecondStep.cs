using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>What follows the password where a second factor is on. Who is at it stands in a cookie of ten minutes that opens nothing else.</summary>
public sealed class SecondStep(SignInManager<AppUser> signIn)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Null when nobody has given a password, or too long ago.</summary>
    public Task<AppUser?> WhoAsync() => signIn.GetTwoFactorAuthenticationUserAsync();

    /// <summary>Signs in when the proof holds; else it counts as a failed sign-in, and enough of them lock the account.</summary>
    public async Task<bool> TryAsync(AppUser user, bool remember, Func<Task<bool>> proof)
    {
        var users = signIn.UserManager;
        if (!await signIn.CanSignInAsync(user) || await users.IsLockedOutAsync(user)) return false;
        var isProven = await proof();

        // Found anew: a proof in a transaction leaves the database's context empty.
        user = await users.FindByIdAsync(user.Id.ToString()) ?? throw new InvalidOperationException("The person is gone.");
        if (!isProven)
        {
            await users.AccessFailedAsync(user);
            return false;
        }

        await users.ResetAccessFailedCountAsync(user);
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInWithClaimsAsync(user, remember, [SessionCookie.TwoFactors]);
        return true;
    }
}
