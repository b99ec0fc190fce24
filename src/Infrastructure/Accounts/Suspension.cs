using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;
using SaaSChat.Infrastructure.Privacy;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Keeps a person out: their sessions and keys stop at once. Nothing of theirs is lost, and they can be let in again.</summary>
public sealed class Suspension(AppDbContext db, Sessions sessions, AccountDeletion leaving, AuditLog audit, TimeProvider clock)
{
    /// <summary>False for the last admin: a site that nobody runs could be run by nobody ever after.</summary>
    public Task<bool> SetAsync(Guid userId, bool suspended, string reason, AuditActor by, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var since = await db.Users.Where(u => u.Id == userId).Select(u => u.SuspendedAt).SingleAsync(cancel);
        if (since is not null == suspended) return true;

        var may = true;
        var act = new AuditAct(suspended ? AuditAction.UserSuspended : AuditAction.UserRestored, userId.ToString());
        if (suspended) may = await leaving.MayLeaveAsync(userId, cancel);
        if (!may) return false;

        await audit.RecordAsync(by, act, reason, async () =>
        {
            DateTime? from = suspended ? clock.UtcNow() : null;
            await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.SuspendedAt, from), cancel);
            if (suspended) await sessions.EndAllAsync(userId, except: null, cancel);
        }, cancel);
        return true;
    }, cancel);
}
