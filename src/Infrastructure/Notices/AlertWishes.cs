using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Notices;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Notices;

/// <summary>When a person wants to be warned.</summary>
public sealed class AlertWishes(AppDbContext db)
{
    public async Task<AlertWish> ReadAsync(Guid userId, CancellationToken cancel) =>
        await db.AlertWishes.AsNoTracking().SingleOrDefaultAsync(w => w.UserId == userId, cancel)
        ?? AlertWish.Of(userId, await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel));

    /// <summary>False when somebody made the first wish at the same moment.</summary>
    public async Task<bool> SetAsync(Guid userId, long? lowAt, CancellationToken cancel)
    {
        var wish = await db.AlertWishes.SingleOrDefaultAsync(w => w.UserId == userId, cancel);
        if (wish is null) db.AlertWishes.Add(wish = AlertWish.Of(userId, await db.Accounts.OfPerson(userId).Select(a => a.Id).SingleAsync(cancel)));
        wish.Change(lowAt);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
