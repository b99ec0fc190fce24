using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>A person's recovery codes: given out as a set, each used once.</summary>
public sealed class RecoveryCodes(AppDbContext db, SecurityLetters letters, TimeProvider clock)
{
    /// <summary>Puts a new set in the place of the old one, as part of the caller's change, and answers the codes, which are shown this once.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(Guid userId, CancellationToken cancel)
    {
        await RemoveAsync(userId, cancel);
        var made = Enumerable.Range(0, RecoveryCode.InSet).Select(_ => RecoveryCode.Make(userId)).ToList();
        db.RecoveryCodes.AddRange(made.Select(m => m.Kept));
        return made.ConvertAll(m => m.Code);
    }

    /// <summary>False for everybody but the first who sends a code; a letter tells its owner.</summary>
    public Task<bool> UseAsync(AppUser user, string typed, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var (hash, now) = (RecoveryCode.HashOf(user.Id, typed), clock.UtcNow());
        var used = await db.RecoveryCodes.Where(c => c.UserId == user.Id && c.Hash == hash && c.UsedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), cancel);
        if (used == 0) return false;

        letters.Tell(user, MailKind.RecoveryCodeUsed);
        await db.SaveChangesAsync(cancel);
        return true;
    }, cancel);

    public Task<int> LeftAsync(Guid userId, CancellationToken cancel) => db.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, cancel);

    public Task RemoveAsync(Guid userId, CancellationToken cancel) => db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);
}
