using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Mailed links: made beside their cause, used once.</summary>
public sealed class OneTimeLinks(AppDbContext db, TimeProvider clock)
{
    /// <summary>Adds it to the caller's change and answers the token that only the mail may carry. Earlier links for the same purpose stop working.</summary>
    public async Task<string> MakeAsync(Guid userId, LinkPurpose purpose, string? address, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        await db.OneTimeLinks.Where(l => l.UserId == userId && l.Purpose == purpose && l.UsedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), cancel);

        var (link, token) = OneTimeLink.Make(userId, purpose, address, now);
        db.OneTimeLinks.Add(link);
        return token;
    }

    /// <summary>What the link stands for, without using it: mail scanners open links too.</summary>
    public async Task<OneTimeLink?> FindAsync(string token, LinkPurpose purpose, CancellationToken cancel)
    {
        var hash = OneTimeLink.HashOf(token);
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Hash == hash, cancel);
        return link?.IsUsable(purpose, clock.UtcNow()) == true ? link : null;
    }

    /// <summary>Null for everybody but the first, however many press at once.</summary>
    public async Task<OneTimeLink?> UseAsync(string token, LinkPurpose purpose, CancellationToken cancel)
    {
        if (await FindAsync(token, purpose, cancel) is not { } link) return null;

        var now = clock.UtcNow();
        var used = await db.OneTimeLinks.Where(l => l.Hash == link.Hash && l.UsedAt == null)
            .ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), cancel);
        return used == 1 ? link : null;
    }
}
