using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A password chosen by whoever is signed in. Every session ends with the old one, and a letter tells of it.</summary>
public sealed class NewPassword(AppDbContext db, UserManager<AppUser> users, Sessions sessions, SessionChecks checks, Outbox outbox, IBackgroundJobs jobs)
{
    /// <summary>The account as it is now, to be signed in anew. The password has been held to the rules.</summary>
    public async Task<AppUser> ChooseAsync(AppUser account, string password, CancellationToken cancel)
    {
        // Slow on purpose, so outside the transaction.
        var (id, hash) = (account.Id, users.PasswordHasher.HashPassword(account, password));
        var (now, letter) = await db.WriteAsync(async () =>
        {
            var user = await db.Users.SingleAsync(u => u.Id == id, cancel);
            user.PasswordHash = hash;
            if (!(await users.UpdateSecurityStampAsync(user)).Succeeded) throw new DbUpdateConcurrencyException("The account was changed at the same moment.");

            await sessions.EndAllAsync(id, except: null, cancel);
            var written = outbox.Write(MailKind.PasswordChanged, user.Email!, user.Language, new MailArguments { Name = user.Name, Path = SecurityLetters.Settings });
            await db.SaveChangesAsync(cancel);
            return (user, written);
        }, cancel, isThere: () => db.Users.AnyAsync(u => u.Id == id && u.PasswordHash == hash, cancel));

        // Again, for a request that looked between the change and its commit.
        checks.Forget();
        await jobs.EnqueueAsync<SendMailJob, Guid>(letter);
        return now;
    }
}
