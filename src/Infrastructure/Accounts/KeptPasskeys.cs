using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A person's passkeys: added, named and removed by them, with a letter for what opens or no longer opens the account.</summary>
public sealed class KeptPasskeys(AppDbContext db, UserManager<AppUser> users, SessionProofs proofs, SecurityLetters letters)
{
    public const int Most = 20;
    public const int NameLength = 60;

    /// <summary>False when there are too many. Whoever adds one has it at hand, so their session counts as one of two factors.</summary>
    public Task<bool> AddAsync(Guid userId, Guid sessionId, UserPasskeyInfo passkey, string name, CancellationToken cancel) => ChangeAsync(userId, async (user, theirs) =>
    {
        if (theirs.Count >= Most) return false;

        passkey.Name = OneLine.Of(name, NameLength);
        await SaveAsync(user, passkey);
        await proofs.RenewAsync(sessionId, twoFactors: true, cancel);
        await TellAsync(user, MailKind.PasskeyAdded, cancel);
        return true;
    }, cancel);

    /// <summary>False when it is not theirs, or not any more.</summary>
    public Task<bool> RenameAsync(Guid userId, byte[] id, string name, CancellationToken cancel) => ChangeAsync(userId, async (user, theirs) =>
    {
        if (theirs.FirstOrDefault(p => p.CredentialId.AsSpan().SequenceEqual(id)) is not { } passkey) return false;

        passkey.Name = OneLine.Of(name, NameLength);
        await SaveAsync(user, passkey);
        return true;
    }, cancel);

    public Task<PasskeyRemoval> RemoveAsync(Guid userId, byte[] id, CancellationToken cancel) => ChangeAsync(userId, async (user, theirs) =>
    {
        if (!theirs.Any(p => p.CredentialId.AsSpan().SequenceEqual(id))) return PasskeyRemoval.Unknown;
        if (user.PasswordHash is null && theirs.Count == 1) return PasskeyRemoval.LastWayIn;

        Require(await users.RemovePasskeyAsync(user, id));
        if (theirs.Count == 1 && !user.TwoFactorEnabled) await proofs.ForgetFactorAsync(userId, cancel);
        await TellAsync(user, MailKind.PasskeyRemoved, cancel);
        return PasskeyRemoval.Removed;
    }, cancel);

    // The first statement locks the user's row, so that what is counted here cannot change before it is saved.
    private Task<T> ChangeAsync<T>(Guid userId, Func<AppUser, IList<UserPasskeyInfo>, Task<T>> change, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var version = Guid.NewGuid().ToString();
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConcurrencyStamp, version), cancel);
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        return await change(user, await users.GetPasskeysAsync(user));
    }, cancel);

    private async Task SaveAsync(AppUser user, UserPasskeyInfo passkey) => Require(await users.AddOrUpdatePasskeyAsync(user, passkey));

    private Task<int> TellAsync(AppUser user, MailKind change, CancellationToken cancel)
    {
        letters.Tell(user, change);
        return db.SaveChangesAsync(cancel);
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException($"Identity refused what was found in order: {result}");
    }
}

public enum PasskeyRemoval
{
    Removed,
    Unknown,

    /// <summary>Without a password, nothing else would open the account.</summary>
    LastWayIn,
}
