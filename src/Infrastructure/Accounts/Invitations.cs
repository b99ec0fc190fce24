using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Admin;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Makes, counts and revokes invitations, with the log's entry of what the operator did.</summary>
public sealed class Invitations(AppDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>Answers the code, which is never shown again.</summary>
    public async Task<(Invitation Invitation, string Code)> CreateAsync(int uses, TimeSpan lifetime, AuditActor by, CancellationToken cancel)
    {
        var (invitation, code) = Invitation.Issue(uses, clock.UtcNow(), lifetime);
        var terms = string.Create(CultureInfo.InvariantCulture, $"{uses} until {invitation.ExpiresAt:O}");
        await audit.RecordAsync(by, new AuditAct(AuditAction.InvitationCreated, invitation.Id.ToString(), After: terms), null, () =>
        {
            db.Invitations.Add(invitation);
            return Task.CompletedTask;
        }, cancel);
        return (invitation, code);
    }

    /// <summary>False when there is none with this id, or it was revoked before.</summary>
    public Task<bool> RevokeAsync(Guid id, AuditActor by, CancellationToken cancel) =>
        db.WriteAsync(async () =>
        {
            if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id && i.RevokedAt == null, cancel) is not { } invitation) return false;

            await audit.RecordAsync(by, new AuditAct(AuditAction.InvitationRevoked, id.ToString()), null, () =>
            {
                invitation.Revoke(clock.UtcNow());
                return Task.CompletedTask;
            }, cancel);
            return true;
        }, cancel);

    /// <summary>Takes one use of the code in the caller's transaction, for this account; false when the code is worth nothing.</summary>
    public async Task<bool> TryUseAsync(string code, Guid userId, CancellationToken cancel)
    {
        var (hash, now) = (Invitation.HashOf(code), clock.UtcNow());
        var valid = db.Invitations.Where(i => i.CodeHash == hash && i.RevokedAt == null && i.ExpiresAt > now);

        // The condition is part of the update: of all who take the last use at once, one gets it.
        if (await valid.Where(i => i.UsesLeft > 0).ExecuteUpdateAsync(i => i.SetProperty(x => x.UsesLeft, x => x.UsesLeft - 1), cancel) == 0) return false;

        var id = await valid.Select(i => i.Id).SingleAsync(cancel);
        if (!await db.InvitationUses.AnyAsync(u => u.InvitationId == id && u.UserId == userId, cancel)) db.InvitationUses.Add(new InvitationUse(id, userId, now));
        return true;
    }

    /// <summary>Whether this account came with this code before.</summary>
    public Task<bool> WasUsedForAsync(string code, Guid userId, CancellationToken cancel)
    {
        var (hash, now) = (Invitation.HashOf(code), clock.UtcNow());
        return db.InvitationUses.Where(u => u.UserId == userId)
            .AnyAsync(u => db.Invitations.Any(i => i.Id == u.InvitationId && i.CodeHash == hash && i.RevokedAt == null && i.ExpiresAt > now), cancel);
    }
}
