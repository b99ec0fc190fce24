using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A new password for whoever can read the mail of an account. A second factor stays as it is.</summary>
public sealed class PasswordReset(
    AppDbContext db, UserManager<AppUser> users, OneTimeLinks links, LinkLetters letters, NewPassword password, IBackgroundJobs jobs)
{
    /// <summary>Sends a link where there is an account with a confirmed address, and says nothing of it.</summary>
    public async Task RequestAsync(string email, CancellationToken cancel)
    {
        var letter = await db.WriteAsync(async () =>
        {
            if (await users.FindByEmailAsync(email) is not { EmailConfirmed: true } account) return default(Guid?);

            var written = await letters.ResetPasswordAsync(account, cancel);
            await db.SaveChangesAsync(cancel);
            return written;
        }, cancel);
        if (letter is { } id) await jobs.EnqueueAsync<SendMailJob, Guid>(id);
    }

    /// <summary>Whose link it is; null when it does not work, or not any more.</summary>
    public async Task<AppUser?> FindAsync(string token, CancellationToken cancel) =>
        await links.FindAsync(token, LinkPurpose.ResetPassword, cancel) is { } link ? await users.FindByIdAsync(link.UserId.ToString()) : null;

    /// <summary>False when the link has been used meanwhile. The password has been held to the rules.</summary>
    public async Task<bool> ChooseAsync(AppUser account, string token, string chosen, CancellationToken cancel)
    {
        // Slow on purpose, so outside the transaction.
        var (id, hash) = (account.Id, users.PasswordHasher.HashPassword(account, chosen));
        var set = await db.WriteAsync(
            async () => await links.UseAsync(token, LinkPurpose.ResetPassword, cancel) is null ? default((AppUser Account, Guid Letter)?) : await password.SetAsync(id, hash, cancel),
            cancel, isThere: () => db.Users.AnyAsync(u => u.Id == id && u.PasswordHash == hash, cancel));
        if (set is not { } done) return false;

        await password.TellAsync(done.Letter);
        return true;
    }
}
