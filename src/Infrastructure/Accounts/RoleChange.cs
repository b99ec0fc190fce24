using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Gives a person the one role they have, or none. Their sessions end with it: what those carry says what their person might do before.</summary>
public sealed class RoleChange(AppDbContext db, UserManager<AppUser> users, Sessions sessions, AuditLog audit)
{
    /// <summary>False when nobody has this address.</summary>
    public Task<bool> SetAsync(string email, string? role, AuditActor by, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await users.FindByEmailAsync(email) is not { } user) return false;

        var theirs = db.UserRoles.Where(r => r.UserId == user.Id);
        var before = Roles.NameOf(await theirs.Select(r => (Guid?)r.RoleId).SingleOrDefaultAsync(cancel));
        if (before == role) return true;

        await audit.RecordAsync(by, new AuditAct(AuditAction.RoleChanged, user.Id.ToString(), before, role), null, async () =>
        {
            await theirs.ExecuteDeleteAsync(cancel);
            if (role is not null) db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = user.Id, RoleId = Roles.Ids[role] });
            await sessions.EndAllAsync(user.Id, except: null, cancel);
        }, cancel);
        return true;
    }, cancel);
}
