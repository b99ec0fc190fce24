using Microsoft.EntityFrameworkCore;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Privacy;

/// <summary>Takes a person out of every table, as the tags of the columns say. What is kept of their own row is a tombstone that other rows point to.</summary>
public sealed class Erasure(AppDbContext db)
{
    public async Task EntombAsync(Guid userId, string normalisedAddress, DateTime at, CancellationToken cancel)
    {
        foreach (var erase in PersonalTable.AllOf(db).Select(t => t.Erase).OfType<string>())
            await db.Database.ExecuteSqlRawAsync(erase, [userId, normalisedAddress], cancel);

        // Nobody is left to be given anything by the clock.
        await db.CreditAccounts.Where(c => db.Accounts.Any(a => a.Id == c.Id && a.OwnerId == userId) && c.AllowanceDueAt != null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.AllowanceDueAt, (DateTime?)null).BumpVersion(db), cancel);
        await db.Users.Where(u => u.Id == userId).ExecuteUpdateAsync(u => u.SetProperty(x => x.DeletedAt, at), cancel);
    }

    /// <summary>What was still written of them while they left. By then their address belongs to nobody, and may soon to somebody else.</summary>
    public Task FinishAsync(Guid userId, DateTime leftAt, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        await EntombAsync(userId, $"{userId}", leftAt, cancel);
        return true;
    }, cancel);
}
