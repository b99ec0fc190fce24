using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SaaSChat.Infrastructure.Accounts;

namespace SaaSChat.Web.Accounts;

/// <summary>Signs in by e-mail and password. A refusal costs and takes the same whether the account is unknown, locked or the password wrong.</summary>
public sealed class PasswordSignIn(SignInManager<AppUser> signIn, DecoyPassword decoy)
{
    /// <summary>Not allowed is who gave the right password of an account whose address is not confirmed; nobody else learns that there is one.</summary>
    public async Task<SignInResult> TryAsync(string email, string password, bool remember)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await CheckAsync(email, password, remember);
        if (result.Succeeded || result.RequiresTwoFactor || result.IsNotAllowed) return result;

        await EvenTime.RestAsync(started);
        return SignInResult.Failed;
    }

    private async Task<SignInResult> CheckAsync(string email, string password, bool remember)
    {
        var user = await signIn.UserManager.FindByEmailAsync(email);
        var result = user is null ? SignInResult.Failed
            : user.EmailConfirmed ? await signIn.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true)
            : await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);

        // Identity looks at no password of an unknown, a locked or a suspended account.
        if (user is null || result.IsLockedOut || result.IsNotAllowed)
        {
            decoy.Check(password);
            return SignInResult.Failed;
        }

        return result.Succeeded && !user.EmailConfirmed ? SignInResult.NotAllowed : result;
    }
}

/// <summary>A password that nobody has, as costly to check as any other.</summary>
public sealed class DecoyPassword
{
    private static readonly AppUser Nobody = new();

    private readonly PasswordHasher<AppUser> _hasher;
    private readonly string _hash;

    public DecoyPassword(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new PasswordHasher<AppUser>(options);
        _hash = _hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
    }

    public void Check(string password) => _hasher.VerifyHashedPassword(Nobody, _hash, password);
}
