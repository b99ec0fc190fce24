using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Gives a person the one role they have, or none. Their sessions end with it: what those carry says what their person might do before.</summary>
public sealed class RoleChange(AppDbContext db, UserManager<AppUser> users, Sessions sessions, AccountDeletion leaving, AuditLog audit)
{
    /// <summary>False when nobody has this address.</summary>
    public Task<bool> SetAsync(string email, string? role, AuditActor by, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await users.FindByEmailAsync(email) is not { } user) return false;

        var theirs = db.UserRoles.Where(r => r.UserId == user.Id);
        var before = Roles.NameOf(await theirs.Select(r => (Guid?)r.RoleId).SingleOrDefaultAsync(cancel));
        if (before == role) return true;

        await audit.RecordAsync(by, new AuditAct(AuditAction.RoleChanged, user.Id.ToString(), before, role), null, () => ReplaceAsync(user.Id, role, cancel), cancel);
        return true;
    }, cancel);

    /// <summary>As somebody decided who saw the role before; refused where nobody would run the site any more.</summary>
    public async Task<ActOutcome> ChangeAsync(Guid userId, string? role, string? seen, string reason, AuditActor by, CancellationToken cancel)
    {
        try
        {
            await audit.RecordAsync(by, new AuditAct(AuditAction.RoleChanged, $"{userId}", seen, role), reason, async () =>
            {
                // The log is locked by now: of two last admins who demote each other, the second sees that the first is none.
                var before = Roles.NameOf(await db.UserRoles.Where(r => r.UserId == userId).Select(r => (Guid?)r.RoleId).SingleOrDefaultAsync(cancel));
                if (before != seen || before == role) throw new NotChangedException(ActOutcome.Stale);
                if (before == Roles.Admin && !await leaving.MayLeaveAsync(userId, cancel)) throw new NotChangedException(ActOutcome.LastAdmin);
                await ReplaceAsync(userId, role, cancel);
            }, cancel);
            return ActOutcome.Done;
        }
        catch (NotChangedException stays)
        {
            return stays.Outcome;
        }
    }

    private async Task ReplaceAsync(Guid userId, string? role, CancellationToken cancel)
    {
        await db.UserRoles.Where(r => r.UserId == userId).ExecuteDeleteAsync(cancel);
        if (role is not null) db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = userId, RoleId = Roles.Ids[role] });
        await sessions.EndAllAsync(userId, except: null, cancel);
    }

    // Carries the outcome out through the transaction, so that it rolls back.
    private sealed class NotChangedException(ActOutcome outcome) : Exception
    {
        public ActOutcome Outcome { get; } = outcome;
    }
}
