using Microsoft.EntityFrameworkCore;
using SaaSChat.Domain.Accounts;
using SaaSChat.Infrastructure.Api;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Infrastructure.Accounts;

/// <summary>Who is signed in where. Asked on each request: what is ended here is over at once, and on every other node within three seconds.</summary>
public sealed class Sessions(AppDbContext db, SessionChecks checks, SessionEnds ends, ApiKeyChecks keys, TimeProvider clock)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public static TimeSpan Lifetime(bool remembered) => remembered ? TimeSpan.FromDays(30) : TimeSpan.FromDays(1);

    public async Task<Guid> StartAsync(Guid userId, string device, string address, bool remembered, bool twoFactors, CancellationToken cancel)
    {
        var session = Session.Start(userId, device, address, clock.UtcNow(), Lifetime(remembered), twoFactors);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancel);
        await SeeAsync(db.Users.Where(u => u.Id == userId), session.StartedAt, cancel);
        return session.Id;
    }

    /// <summary>Null when the session is over.</summary>
    public async Task<SessionHolder?> HolderAsync(Guid sessionId, bool remembered, CancellationToken cancel)
    {
        if (checks.TryRecall(sessionId, out var known)) return known;

        var holder = await FindHolderAsync(sessionId, remembered, cancel);
        checks.Remember(sessionId, holder);
        return holder;
    }

    /// <summary>Only the owner's: somebody else's session id ends nothing.</summary>
    public async Task<bool> EndAsync(Guid userId, Guid sessionId, CancellationToken cancel) =>
        await EndWhereAsync(db.Sessions.Where(s => s.UserId == userId && s.Id == sessionId), cancel) > 0;

    /// <summary>Whatever stopped the person stops their keys too: what those were good for is asked anew.</summary>
    public async Task<int> EndAllAsync(Guid userId, Guid? except, CancellationToken cancel)
    {
        var ended = await EndWhereAsync(db.Sessions.Where(s => s.UserId == userId && s.Id != except), cancel);
        keys.Forget();
        return ended;
    }

    private async Task<SessionHolder?> FindHolderAsync(Guid sessionId, bool remembered, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var found = await (
            from session in db.LiveSessions(now)
            where session.Id == sessionId
            join user in db.Users on session.UserId equals user.Id
            select new { session.LastSeenAt, user.Name, AccountId = db.Accounts.Where(a => a.Kind == AccountKind.Person && a.OwnerId == user.Id).Select(a => (Guid?)a.Id).FirstOrDefault() })
            .SingleOrDefaultAsync(cancel);
        if (found is null) return null;

        if (now - found.LastSeenAt >= SeenEvery) await SeeAsync(sessionId, now, remembered, cancel);
        return new SessionHolder(found.Name, found.AccountId);
    }

    private async Task SeeAsync(Guid sessionId, DateTime now, bool remembered, CancellationToken cancel)
    {
        using var turn = await db.TakeTurnAsync(cancel);
        var until = now + Lifetime(remembered);
        await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.EndsAt, until), cancel);
        await SeeAsync(db.Users.Where(u => db.Sessions.Any(s => s.Id == sessionId && s.UserId == u.Id)), now, cancel);
    }

    // Remembered with the person too: sessions are forgotten some time after they are over.
    private static Task<int> SeeAsync(IQueryable<AppUser> person, DateTime now, CancellationToken cancel) =>
        person.ExecuteUpdateAsync(u => u.SetProperty(x => x.LastSeenAt, now), cancel);

    private async Task<int> EndWhereAsync(IQueryable<Session> sessions, CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var ended = await sessions.Where(s => s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.EndsAt, now), cancel);
        checks.Forget();
        ends.LookNow();
        return ended;
    }
}

internal static class SessionQueries
{
    /// <summary>Those that are open, of people who may be here.</summary>
    public static IQueryable<Session> LiveSessions(this AppDbContext db, DateTime at) => db.Sessions.AsNoTracking()
        .Where(s => s.EndedAt == null && s.EndsAt > at && db.Users.Any(u => u.Id == s.UserId && u.SuspendedAt == null && u.DeletedAt == null));
}
