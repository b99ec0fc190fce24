using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;
using SaaSChat.Infrastructure.Accounts.External;

namespace SaaSChat.Web.Accounts.External;

/// <summary>Lets in whom a provider vouches for, if an account here is opened by that identity.</summary>
public sealed class ExternalEntry(SignInManager<AppUser> signIn, ExternalSignIns signIns, ExternalProviders providers)
{
    /// <summary>Null when it opens no account.</summary>
    public async Task<SignInResult?> TryAsync(Arrival arrival, CancellationToken cancel)
    {
        var identity = arrival.Identity;
        if (await signIns.FindAsync(identity, cancel) is not { } user) return null;

        await Arrival.ForgetAsync(signIn.Context);
        if (providers.Find(arrival.Key) is not { Provider.SkipSecondFactor: true })
            return await signIn.ExternalLoginSignInAsync(identity.Issuer, identity.Subject, isPersistent: false, bypassTwoFactor: false);

        if (!await signIn.CanSignInAsync(user) || await signIn.UserManager.IsLockedOutAsync(user)) return SignInResult.NotAllowed;
        await signIn.SignInWithClaimsAsync(user, isPersistent: false, [SessionCookie.TwoFactors]);
        return SignInResult.Success;
    }
}
