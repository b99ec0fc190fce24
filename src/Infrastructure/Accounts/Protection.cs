using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>What stands between an account and a stranger.</summary>
public sealed record Protection(bool Password, bool Authenticator, int RecoveryCodes);

public static class ProtectionQueries
{
    public static Task<Protection> ProtectionOfAsync(this AppDbContext db, Guid userId, CancellationToken cancel) => db.Users.Where(u => u.Id == userId)
        .Select(u => new Protection(
            u.PasswordHash != null, u.TwoFactorEnabled, db.RecoveryCodes.Count(c => c.UserId == userId && c.UsedAt == null)))
        .SingleAsync(cancel);
}
