using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Jobs;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Moves an account to an address that its person can read the mail of. Whose an address is already, only its owner is told.</summary>
public sealed class AddressChange(
    AppDbContext db, UserManager<AppUser> users, OneTimeLinks links, LinkLetters letters, Outbox outbox, Sessions sessions, SessionChecks checks, Erasure erasure, IBackgroundJobs jobs, TimeProvider clock)
{
    /// <summary>One letter to each of the two addresses, whether the new one is free or not.</summary>
    public async Task AskAsync(Guid userId, string address, CancellationToken cancel)
    {
        var written = await db.WriteAsync(async () =>
        {
            var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
            Guid[] both = [await WriteToNewAsync(user, address, cancel), WriteToOld(MailKind.AddressChangeAsked, user, user.Email!, address, "/account/sessions")];
            await db.SaveChangesAsync(cancel);
            return both;
        }, cancel);
        foreach (var letter in written) await jobs.EnqueueAsync<SendMailJob, Guid>(letter);
    }

    public Task<OneTimeLink?> FindAsync(string token, CancellationToken cancel) => links.FindAsync(token, LinkPurpose.ChangeAddress, cancel);

    /// <summary>The account under its new address; null when the link does not work any more, or somebody else was faster to the address.</summary>
    public async Task<AppUser?> ConfirmAsync(string token, Guid? session, CancellationToken cancel)
    {
        try
        {
            var (user, letter) = await db.WriteAsync(() => MoveAsync(token, session, cancel), cancel);
            if (user is null) return null;

            checks.Forget();
            await jobs.EnqueueAsync<SendMailJob, Guid>(letter);
            return user;
        }
        catch (DbUpdateException)
        {
            // Of two who move to one address at the same moment, the second is refused by the index.
            return null;
        }
    }

    private async Task<Guid> WriteToNewAsync(AppUser user, string address, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(address) is { EmailConfirmed: true } owner)
            return outbox.Write(MailKind.AddressWanted, owner.Email!, owner.Language, new MailArguments { Name = owner.Name, Path = "/account/sign-in" });

        return await letters.ChangeAddressAsync(user, address, cancel);
    }

    private Guid WriteToOld(MailKind kind, AppUser user, string old, string address, string path) =>
        outbox.Write(kind, old, user.Language, new MailArguments { Name = user.Name, Address = address, Path = path });

    private async Task<(AppUser? User, Guid Letter)> MoveAsync(string token, Guid? session, CancellationToken cancel)
    {
        if (await links.UseAsync(token, LinkPurpose.ChangeAddress, cancel) is not { Address: { } address } link) return default;
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == link.UserId && u.DeletedAt == null, cancel) is not { } user) return default;

        await MakeWayAsync(address, user.Id, cancel);
        var old = user.Email!;
        user.MoveTo(address);
        if (!(await users.UpdateAsync(user)).Succeeded) return default;

        await sessions.EndAllAsync(user.Id, except: session, cancel);
        var letter = WriteToOld(MailKind.AddressChanged, user, old, address, $"/{user.Language}/privacy");
        await db.SaveChangesAsync(cancel);
        return (user, letter);
    }

    // Who signed up with the address and never confirmed it has not shown that it is theirs; whoever holds this link has.
    private async Task MakeWayAsync(string address, Guid userId, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(address) is { EmailConfirmed: false } other && other.Id != userId)
            await erasure.EntombAsync(other.Id, other.NormalizedEmail!, clock.UtcNow(), cancel);
    }
}
