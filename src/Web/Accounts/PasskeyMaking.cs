using Microsoft.AspNetCore.Identity;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>Asks a browser to make a passkey for somebody, and looks at what it made.</summary>
public sealed class PasskeyMaking(SignInManager<AppUser> signIn)
{
    public Task<string> OptionsAsync(Guid userId, string email, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = userId.ToString(), Name = email, DisplayName = name });

    /// <summary>Null when it is not what was asked for, or was made for somebody else.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Guid userId, string credential)
    {
        if (!await signIn.IsAskedForPasskeyAsync("Attestation")) return null;

        var result = await signIn.PerformPasskeyAttestationAsync(credential);
        return result.Succeeded && result.UserEntity.Id == userId.ToString() ? result.Passkey : null;
    }
}
