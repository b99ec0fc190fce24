using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

internal static class PasskeyQuestions
{
    /// <summary>What was asked stands, sealed, in the cookie of the second step; Identity throws when it is answered and was not asked.</summary>
    public static async Task<bool> IsAskedForPasskeyAsync(this SignInManager<AppUser> signIn, string operation) =>
        (await signIn.Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Properties?.Items.TryGetValue("PasskeyOperation", out var asked) == true && asked == operation;
}
