using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>Which external identity opens which account. By issuer and subject alone: an address proves nothing about who may come in.</summary>
public sealed class ExternalSignIns(AppDbContext db, UserManager<AppUser> users, SecurityLetters letters)
{
    public Task<AppUser?> FindAsync(ExternalIdentity identity, CancellationToken cancel) => Of(identity)
        .Join(db.Users.AsNoTracking(), l => l.UserId, u => u.Id, (_, u) => u).SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<LinkedSignIn>> OfAsync(Guid userId, CancellationToken cancel) => await db.UserLogins.AsNoTracking().Where(l => l.UserId == userId)
        .OrderBy(l => l.LoginProvider).ThenBy(l => l.ProviderKey).Select(l => new LinkedSignIn(l.LoginProvider, l.ProviderKey, l.ProviderDisplayName ?? "")).ToListAsync(cancel);

    /// <summary>Adds it to the caller's change.</summary>
    public void Add(Guid userId, string key, ExternalIdentity identity) => db.UserLogins.Add(new IdentityUserLogin<Guid>
    {
        UserId = userId, LoginProvider = identity.Issuer, ProviderKey = identity.Subject, ProviderDisplayName = key,
    });

    /// <summary>False when it opens somebody else's account.</summary>
    public async Task<bool> LinkAsync(Guid userId, string key, ExternalIdentity identity, CancellationToken cancel)
    {
        try
        {
            await db.WriteAsync(async () =>
            {
                if (await Of(identity).AnyAsync(cancel)) return 0;
                Add(userId, key, identity);
                return await TellAsync(userId, MailKind.SignInLinked, cancel);
            }, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Of two who link it at once the database lets one in; whose it is now is read below.
            db.ChangeTracker.Clear();
        }

        return await Of(identity).AnyAsync(l => l.UserId == userId, cancel);
    }

    /// <summary>False when the person could not come in any more without it, or it is not theirs.</summary>
    public Task<bool> UnlinkAsync(Guid userId, string issuer, string subject, bool byPassword, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        // The first statement locks the person's row: of two removals at once, the second counts what the first left.
        var stamp = Guid.NewGuid().ToString();
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConcurrencyStamp, stamp), cancel);
        if (await WaysAsync(userId, byPassword, cancel) < 2) return false;

        if (await db.UserLogins.Where(l => l.UserId == userId && l.LoginProvider == issuer && l.ProviderKey == subject).ExecuteDeleteAsync(cancel) == 0) return false;
        await TellAsync(userId, MailKind.SignInUnlinked, cancel);
        return true;
    }, cancel);

    /// <summary>In how many ways the person can come in by themselves.</summary>
    public async Task<int> WaysAsync(Guid userId, bool byPassword, CancellationToken cancel)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancel);
        var passkeys = (await users.GetPasskeysAsync(user)).Count;
        var linked = await db.UserLogins.CountAsync(l => l.UserId == userId, cancel);
        return linked + passkeys + (byPassword && user.PasswordHash is not null ? 1 : 0);
    }

    private async Task<int> TellAsync(Guid userId, MailKind change, CancellationToken cancel)
    {
        letters.Tell(await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancel), change);
        return await db.SaveChangesAsync(cancel);
    }

    private IQueryable<IdentityUserLogin<Guid>> Of(ExternalIdentity identity) =>
        db.UserLogins.AsNoTracking().Where(l => l.LoginProvider == identity.Issuer && l.ProviderKey == identity.Subject);
}

/// <summary>An external identity that opens an account, and under which key it came.</summary>
public sealed record LinkedSignIn(string Issuer, string Subject, string Key);
