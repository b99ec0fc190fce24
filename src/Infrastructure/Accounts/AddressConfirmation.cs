using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>
/// Opens an account for whoever has both the letter and the password it was signed up with: a stranger's sign-up must not come to life
/// because the address's owner opens a link.
/// </summary>
public sealed class AddressConfirmation(AppDbContext db, SignInManager<AppUser> signIn, OneTimeLinks links, LinkLetters letters, AuditLog audit, IBackgroundJobs jobs)
{
    private UserManager<AppUser> Users => signIn.UserManager;

    /// <summary>Whose link it is; null when it does not work, or not any more.</summary>
    public async Task<AppUser?> FindAsync(string token, CancellationToken cancel) =>
        await links.FindAsync(token, LinkPurpose.ConfirmAddress, cancel) is { } link ? await Users.FindByIdAsync(link.UserId.ToString()) : null;

    /// <summary>Enough wrong passwords lock the account for a while, as they do at sign-in.</summary>
    public async Task<bool> IsPasswordOfAsync(AppUser account, string password) =>
        (await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true)).Succeeded;

    /// <summary>The account as it is now, to be signed in; null when the link has been used, or somebody has signed up again since the password was checked.</summary>
    public Task<AppUser?> ConfirmAsync(AppUser account, string token, CancellationToken cancel)
    {
        var (id, hash) = (account.Id, account.PasswordHash);
        return db.WriteAsync(async () =>
        {
            if (await links.UseAsync(token, LinkPurpose.ConfirmAddress, cancel) is null) return null;
            if (await db.Users.SingleOrDefaultAsync(u => u.Id == id && u.PasswordHash == hash, cancel) is not { } now) return null;

            now.EmailConfirmed = true;
            return (await Users.UpdateAsync(now)).Succeeded ? now : null;
        }, cancel, isThere: () => db.Users.AnyAsync(u => u.Id == id && u.EmailConfirmed, cancel));
    }

    /// <summary>Sends a new link for somebody who asked for help. Where there is nothing to confirm any more, nothing is sent.</summary>
    public async Task<ActOutcome> SendAgainAsync(Guid userId, string reason, AuditActor by, CancellationToken cancel)
    {
        var letter = await db.WriteAsync(async () =>
        {
            if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId && !u.EmailConfirmed && u.DeletedAt == null, cancel) is not { } account) return default(Guid?);

            var written = Guid.Empty;
            await audit.RecordAsync(by, new AuditAct(AuditAction.ConfirmationSent, $"{userId}"), reason, async () => written = await letters.ConfirmAddressAsync(account, cancel), cancel);
            return written;
        }, cancel);
        if (letter is not { } id) return ActOutcome.Stale;

        await jobs.EnqueueAsync<SendMailJob, Guid>(id);
        return ActOutcome.Done;
    }

    /// <summary>Sends a new link where there is something to confirm, and says nothing of it.</summary>
    public async Task SendAgainAsync(string email, CancellationToken cancel)
    {
        var letter = await db.WriteAsync(async () =>
        {
            if (await Users.FindByEmailAsync(email) is not { EmailConfirmed: false } account) return default(Guid?);

            var written = await letters.ConfirmAddressAsync(account, cancel);
            await db.SaveChangesAsync(cancel);
            return written;
        }, cancel);
        if (letter is { } id) await jobs.EnqueueAsync<SendMailJob, Guid>(id);
    }
}
