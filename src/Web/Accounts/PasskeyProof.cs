using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>Whose passkey the browser answered with. It was unlocked by its person, so it is worth two factors.</summary>
public sealed class PasskeyProof(SignInManager<AppUser> signIn)
{
    /// <summary>Null when the answer is not right, nobody was asked, or its person may not sign in: Identity itself asks neither for suspension nor for lockout here.</summary>
    public async Task<AppUser?> WhoseAsync(string credential)
    {
        if (!await signIn.IsAskedForPasskeyAsync("Assertion")) return null;

        var result = await signIn.PerformPasskeyAssertionAsync(credential);
        if (!result.Succeeded || !await MaySignInAsync(result.User)) return null;

        // Keeps how often it was used: one that counts backwards is a copy.
        var kept = await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return kept.Succeeded ? result.User : null;
    }

    private async Task<bool> MaySignInAsync(AppUser user) =>
        user.EmailConfirmed && await signIn.CanSignInAsync(user) && !await signIn.UserManager.IsLockedOutAsync(user);
}
