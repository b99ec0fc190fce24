using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Admin;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Admin;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Switches off the second factor of somebody who has lost it and their recovery codes. All their sessions end; the log keeps who did it.</summary>
public sealed class FactorReset(AppDbContext db, ILookupNormalizer normalizer, SecondFactor factor, AuditLog audit)
{
    /// <summary>False when nobody has this address, or has no factor to reset.</summary>
    public Task<bool> ResetAsync(string email, AuditActor by, string? reason, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var normal = normalizer.NormalizeEmail(email);
        var found = await db.Users.Where(u => u.NormalizedEmail == normal && u.TwoFactorEnabled).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancel);
        if (found is not { } userId) return false;

        await audit.RecordAsync(by, new AuditAct(AuditAction.FactorReset, userId.ToString()), reason,
            () => factor.SwitchOffAsync(userId, sessionId: null, MailKind.SecondFactorReset, cancel), cancel);
        return true;
    }, cancel);
}
