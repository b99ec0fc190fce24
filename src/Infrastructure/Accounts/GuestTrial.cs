using System.Net;
using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Credits;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Lets somebody without an account try the site. It begins with the first thing that costs credits, not with a look at a page.</summary>
public sealed class GuestTrial(AppDbContext db, NetworkKeys networks, AccountOpening accounts, LastValid<GuestTrialOptions> options, TimeProvider clock)
{
    /// <summary>Null: trials are switched off, or as many have begun in this network today as a day allows.</summary>
    public async Task<Visitor?> BeginAsync(IPAddress address, string userAgent, CancellationToken cancel)
    {
        if (!options.Value.Enabled) return null;

        var at = clock.UtcNow();
        await networks.EnsureAsync(at, cancel);

        var id = Guid.Empty;
        return await db.WriteAsync(async () =>
        {
            var network = await networks.HashAsync(Origin.Of(address, userAgent), at, cancel);
            var before = await db.Visitors.CountAsync(v => v.Network == network && v.Day == Visitor.DayOf(at), cancel);
            if (before >= options.Value.PerNetworkADay) return null;

            var visitor = Visitor.Come(await accounts.OfGuestAsync(at, cancel), network, before + 1, at);
            db.Visitors.Add(visitor);
            await db.SaveChangesAsync(cancel);
            id = visitor.Id;
            return visitor;
        }, cancel, isThere: () => db.Visitors.AnyAsync(v => v.Id == id, cancel));
    }
}
