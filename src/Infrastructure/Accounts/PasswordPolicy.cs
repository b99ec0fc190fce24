using Microsoft.AspNetCore.Identity;
using SaaSChat.Domain.Accounts;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Holds every new password to <see cref="PasswordRules"/>, whoever sets it; the refusal's name is the error's code.</summary>
internal sealed class PasswordPolicy : IPasswordValidator<AppUser>
{
    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password) =>
        Task.FromResult(PasswordRules.Check(password ?? "", user.Email ?? "", user.Name) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = refusal.ToString(), Description = $"The password is refused: {refusal}." })
            : IdentityResult.Success);
}
