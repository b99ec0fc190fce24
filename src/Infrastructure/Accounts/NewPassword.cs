using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What every new password brings with it: each session ends, and a letter tells of it. The password has been held to the rules.</summary>
public sealed class NewPassword(AppDbContext db, UserManager<AppUser> users, Sessions sessions, SessionChecks checks, Outbox outbox, IBackgroundJobs jobs)
{
    /// <summary>For whoever is signed in: the account as it is now, to be signed in anew.</summary>
    public async Task<AppUser> ChooseAsync(AppUser account, string password, CancellationToken cancel)
    {
        // Slow on purpose, so outside the transaction.
        var (id, hash) = (account.Id, users.PasswordHasher.HashPassword(account, password));
        var (now, letter) = await db.WriteAsync(() => SetAsync(id, hash, cancel), cancel, isThere: () => db.Users.AnyAsync(u => u.Id == id && u.PasswordHash == hash, cancel));
        await TellAsync(letter);
        return now;
    }

    /// <summary>In the caller's transaction; the letter leaves with <see cref="TellAsync"/> after it.</summary>
    public async Task<(AppUser Account, Guid Letter)> SetAsync(Guid id, string hash, CancellationToken cancel)
    {
        var now = await db.Users.SingleAsync(u => u.Id == id, cancel);
        (now.PasswordHash, now.LockoutEnd, now.AccessFailedCount) = (hash, null, 0);
        if (!(await users.UpdateSecurityStampAsync(now)).Succeeded) throw new DbUpdateConcurrencyException("The account was changed at the same moment.");

        await sessions.EndAllAsync(id, except: null, cancel);
        var letter = outbox.Write(MailKind.PasswordChanged, now.Email!, now.Language, new MailArguments { Name = now.Name, Path = "/account/forgot" });
        await db.SaveChangesAsync(cancel);
        return (now, letter);
    }

    public Task TellAsync(Guid letter)
    {
        // Again, for a request that looked between the change and its commit.
        checks.Forget();
        return jobs.EnqueueAsync<SendMailJob, Guid>(letter);
    }
}
