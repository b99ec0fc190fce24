using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Switches a person's authenticator app on and off. Either way their other sessions end and a letter tells them.</summary>
public sealed class SecondFactor(
    AppDbContext db, Authenticators authenticators, RecoveryCodes codes, Sessions sessions, SessionProofs proofs, SecurityLetters letters, TimeProvider clock)
{
    /// <summary>The recovery codes, to be shown once; null when the code is not the secret's, or the factor is on already.</summary>
    public async Task<IReadOnlyList<string>?> SwitchOnAsync(Guid userId, Guid sessionId, byte[] secret, string typed, CancellationToken cancel)
    {
        if (Totp.FindStep(secret, typed, clock.UtcNow()) is not { } step) return null;

        return await db.WriteAsync(async () =>
        {
            if (await FlipAsync(userId, on: true, cancel) is not { } user) return null;

            authenticators.Add(userId, secret, step);
            var made = await codes.ReplaceAsync(userId, cancel);
            await sessions.EndAllAsync(userId, except: sessionId, cancel);
            await proofs.RenewAsync(sessionId, twoFactors: true, cancel);
            letters.Tell(user, MailKind.SecondFactorOn);
            await db.SaveChangesAsync(cancel);
            return made;
        }, cancel);
    }

    /// <summary>False when it is off already. Without a session of theirs to spare, all end.</summary>
    public Task<bool> SwitchOffAsync(Guid userId, Guid? sessionId, MailKind letter, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await FlipAsync(userId, on: false, cancel) is not { } user) return false;

        await authenticators.RemoveAsync(userId, cancel);
        await codes.RemoveAsync(userId, cancel);
        await sessions.EndAllAsync(userId, except: sessionId, cancel);
        await proofs.ForgetFactorAsync(userId, cancel);
        letters.Tell(user, letter);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    /// <summary>Null when there is no factor that codes could stand in for.</summary>
    public Task<IReadOnlyList<string>?> RenewCodesAsync(Guid userId, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<string>?>(async () =>
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == userId && u.TwoFactorEnabled, cancel) is not { } user) return null;

        var made = await codes.ReplaceAsync(userId, cancel);
        letters.Tell(user, MailKind.RecoveryCodesRenewed);
        await db.SaveChangesAsync(cancel);
        return made;
    }, cancel);

    // The first statement locks the user's row and decides: of two who switch at once, the second finds it switched.
    private async Task<AppUser?> FlipAsync(Guid userId, bool on, CancellationToken cancel)
    {
        var (version, stamp) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        var flipped = await db.Users.Where(u => u.Id == userId && u.TwoFactorEnabled != on).ExecuteUpdateAsync(
            u => u.SetProperty(x => x.TwoFactorEnabled, on).SetProperty(x => x.ConcurrencyStamp, version).SetProperty(x => x.SecurityStamp, stamp), cancel);
        return flipped == 0 ? null : await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancel);
    }
}
